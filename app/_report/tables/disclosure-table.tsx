/** Table 2, 主动公开政府信息情况: each block in the form its own heads showed, local rows marked. */
import { ScrollRegion } from '../../_components/scroll-region';
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_COLUMNS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureColumn,
  type DisclosureRow,
  type FormVersion,
  printedLabel,
} from '../../../lib/form/index';
import type { PageContext } from '../../_request/page-context';
import type { ReportCells } from '../cell/cell-view';
import type { DisclosurePlan } from './disclosure-plan';
import { ExtraRowTag } from './extra-rows';
import { viewExtraCell } from '../cell/cell-view';
import { numberCell } from '../cell/number-cell';
import { PrintedLabel } from './printed-label';

type Props = { context: PageContext; cells: ReportCells; plan: DisclosurePlan };

/** Width of the value side in units: three, two or one column fill it. */
const UNITS = 6;

/** The blocks of both form versions as the report printed them. */
export function DisclosureTable({ context, cells, plan }: Props) {
  const { t } = context;
  return (
    <ScrollRegion name={t('table.disclosure')}>
      <table className="form table-2">
        <caption className="visually-hidden">{t('table.disclosure')}</caption>
        <colgroup>
          <col className="first-column" />
          <col span={UNITS} />
        </colgroup>
        {plan.map((block) => (
          <BlockBody key={block.id} context={context} cells={cells} block={block} />
        ))}
      </table>
    </ScrollRegion>
  );
}

type BlockProps = { context: PageContext; cells: ReportCells; block: DisclosurePlan[number] };

function BlockBody({ context, cells, block }: BlockProps) {
  const span = UNITS / block.columns.length;
  return (
    <tbody>
      <tr>
        <th colSpan={UNITS + 1} scope="rowgroup" className="article">
          <PrintedLabel context={context} {...blockLabel(block.id)} />
        </th>
      </tr>
      <tr className="head-row">
        <th scope="col">
          <PrintedLabel context={context} zh="信息内容" en={context.t('form.content')} />
        </th>
        {block.columns.map((column) => (
          <th key={column} scope="col" colSpan={span}>
            <PrintedLabel context={context} {...columnLabel(column, block.form)} />
          </th>
        ))}
      </tr>
      {block.rows.map((row) => (
        <tr key={row}>
          <th scope="row">
            <PrintedLabel context={context} {...rowLabel(row, block.form)} />
          </th>
          {block.columns.map((column) =>
            numberCell(context, cells.cell(`disclosure.${row}.${column}`), { colSpan: span }),
          )}
        </tr>
      ))}
      {block.extra.map(({ id, row }) => (
        <tr key={id}>
          <th scope="row">
            <span lang="zh-CN">{row.label}</span> <ExtraRowTag context={context} />
          </th>
          {block.columns.map((column, index) =>
            numberCell(
              context,
              viewExtraCell(`${id}.${column}`, row.cells[index], row.values[column] ?? null),
              { colSpan: span },
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

const blockLabel = (id: DisclosureBlock) => {
  const block = DISCLOSURE_BLOCKS.find((each) => each.id === id);
  return { zh: block?.zh ?? id, en: block?.en ?? id };
};
const columnLabel = (column: DisclosureColumn, form: FormVersion) => ({
  zh: printedLabel(column, form),
  en: DISCLOSURE_COLUMNS[column].en,
});
const rowLabel = (row: DisclosureRow, form: FormVersion) => ({
  zh: printedLabel(row, form),
  en: DISCLOSURE_ROWS.find((each) => each.id === row)?.en ?? row,
});
