/** Table 3, 收到和处理政府信息公开申请情况, in the 2019 form (23 rows) or the 2021 form (25 rows). */
import { ScrollRegion } from '../../_components/scroll-region';
import {
  OUTCOME_GROUPS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  type FormVersion,
  outcomeRows,
  printedLabel,
} from '../../../lib/form/index';
import type { PageContext } from '../../_request/page-context';
import type { ReportCells } from '../cell/cell-view';
import type { NumberedExtraRow } from './disclosure-plan';
import { ExtraRequestRows } from './extra-rows';
import { numberCell } from '../cell/number-cell';
import { PrintedLabel } from './printed-label';
import { RequestsHead } from './requests-header';

type Props = { context: PageContext; cells: ReportCells; form: FormVersion; extra: NumberedExtraRow[] };
type Row = (typeof REQUEST_ROWS)[number];

const rowOf = (id: string): Row => REQUEST_ROWS.find((row) => row.id === id) as Row;

/** The table as the form prints it: three label columns, seven value columns. */
export function RequestsTable({ context, cells, form, extra }: Props) {
  const { t } = context;
  const outcomes = outcomeRows(form).map(rowOf);
  const values = (row: Row) =>
    REQUEST_COLUMNS.map(({ id }) =>
      numberCell(context, cells.cell(`requests.${row.id}.${id}`), { total: id === 'total' }),
    );
  const whole = (row: Row, span: number) => (
    <th colSpan={span} scope="row">
      <RowLabel context={context} row={row} form={form} />
    </th>
  );
  return (
    <ScrollRegion name={t('table.requests')}>
      <table className="form table-3">
        <caption className="visually-hidden">{t('table.requests')}</caption>
        <RequestsHead context={context} />
        <tbody>
          {['new_requests', 'carried_in'].map(rowOf).map((row) => (
            <tr key={row.id}>
              {whole(row, 3)}
              {values(row)}
            </tr>
          ))}
        </tbody>
        <tbody>
          {outcomes.map((row, index) => {
            const group = outcomes.filter((each) => each.group === row.group);
            return (
              <tr key={row.id}>
                {index === 0 && <ResultsLabel context={context} rows={outcomes.length + 1} />}
                {group.length > 1 && group[0] === row && (
                  <GroupLabel context={context} group={row.group} rows={group.length} />
                )}
                {whole(row, group.length > 1 ? 1 : 2)}
                {values(row)}
              </tr>
            );
          })}
          <tr className="sum-row">
            {whole(rowOf('outcomes_total'), 2)}
            {values(rowOf('outcomes_total'))}
          </tr>
        </tbody>
        <tbody>
          <tr>
            {whole(rowOf('carried_out'), 3)}
            {values(rowOf('carried_out'))}
          </tr>
        </tbody>
        <ExtraRequestRows context={context} rows={extra} />
      </table>
    </ScrollRegion>
  );
}

function RowLabel({ context, row, form }: { context: PageContext; row: Row; form: FormVersion }) {
  const printed = printedLabel(row.id, form);
  const [label = '', bracket] = printed.split(/(?=（)/);
  return (
    <PrintedLabel context={context} zh={printed} en={row.en.replace(/^[A-Z][a-z ]+: /, '')}>
      {row.no}
      {label}
      {bracket && <small>{bracket}</small>}
    </PrintedLabel>
  );
}

function ResultsLabel({ context, rows }: { context: PageContext; rows: number }) {
  return (
    <th rowSpan={rows} className="group" scope="rowgroup">
      <PrintedLabel context={context} zh="三、本年度办理结果" en={context.t('form.results')} />
    </th>
  );
}

function GroupLabel({ context, group, rows }: { context: PageContext; group: Row['group']; rows: number }) {
  const found = OUTCOME_GROUPS.find((each) => each.id === group);
  return (
    <th rowSpan={rows} className="subgroup" scope="rowgroup">
      <PrintedLabel context={context} zh="" en={found?.en ?? ''}>
        {found?.no}
        <wbr />
        {found?.zh}
      </PrintedLabel>
    </th>
  );
}
