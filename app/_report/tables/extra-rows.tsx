/** Rows a report printed outside the form: kept, shown, tagged, never counted. */
import { REQUEST_COLUMNS } from '../../../lib/form/index';
import type { PageContext } from '../../_request/page-context';
import { viewExtraCell } from '../cell/cell-view';
import type { NumberedExtraRow } from './disclosure-plan';
import { numberCell } from '../cell/number-cell';

/** The tag 表外增行. */
export function ExtraRowTag({ context: { t } }: { context: PageContext }) {
  return <span className="tag">{t('form.extra_row')}</span>;
}

/** Extra rows of table 3, as its last body. */
export function ExtraRequestRows({ context, rows }: { context: PageContext; rows: NumberedExtraRow[] }) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      {rows.map(({ id, row }) => (
        <tr key={id}>
          <th colSpan={3} scope="row">
            <span lang="zh-CN">{row.label}</span> <ExtraRowTag context={context} />
          </th>
          {REQUEST_COLUMNS.map((column, index) =>
            numberCell(
              context,
              viewExtraCell(`${id}.${column.id}`, row.cells[index], row.values[column.id] ?? null),
              { total: column.id === 'total' },
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}
