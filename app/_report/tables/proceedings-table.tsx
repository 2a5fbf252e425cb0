/** Table 4, 政府信息公开行政复议、行政诉讼情况: one printed line of fifteen cells. */
import { ScrollRegion } from '../../_components/scroll-region';
import { PROCEEDING_COLUMNS, PROCEEDING_ROWS } from '../../../lib/form/index';
import type { PageContext } from '../../_request/page-context';
import type { ReportCells } from '../cell/cell-view';
import { numberCell } from '../cell/number-cell';
import { PrintedLabel } from './printed-label';

/** The table as the form prints it: reviews, then both kinds of suits. */
export function ProceedingsTable({ context, cells }: { context: PageContext; cells: ReportCells }) {
  const { t } = context;
  const [review, ...suits] = PROCEEDING_ROWS;
  const heads = (rows?: number) =>
    PROCEEDING_COLUMNS.map((column) => (
      <ResultHead key={column.id} context={context} column={column} rows={rows} />
    ));
  return (
    <ScrollRegion name={t('table.proceedings')} className="table-4-scroll">
      <table className="form table-4">
        <caption className="visually-hidden">{t('table.proceedings')}</caption>
        <thead>
          <tr>
            <th colSpan={5} scope="colgroup" className="c">
              <PrintedLabel context={context} zh={review.zh} en={review.short} />
            </th>
            <th colSpan={10} scope="colgroup" className="c">
              <PrintedLabel context={context} zh="行政诉讼" en={t('form.litigation')} />
            </th>
          </tr>
          <tr>
            {heads(2)}
            {suits.map((row) => (
              <th key={row.id} colSpan={5} scope="colgroup" className="c">
                <PrintedLabel context={context} zh={row.zh} en={row.short} />
              </th>
            ))}
          </tr>
          <tr>
            {suits.map((row) =>
              PROCEEDING_COLUMNS.map((column) => (
                <ResultHead key={`${row.id}.${column.id}`} context={context} column={column} />
              )),
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            {PROCEEDING_ROWS.map((row) =>
              PROCEEDING_COLUMNS.map((column) =>
                numberCell(context, cells.cell(`proceedings.${row.id}.${column.id}`), {
                  total: column.id === 'total',
                }),
              ),
            )}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type HeadProps = {
  context: PageContext;
  column: (typeof PROCEEDING_COLUMNS)[number];
  rows?: number | undefined;
};

function ResultHead({ context, column, rows }: HeadProps) {
  return (
    <th rowSpan={rows} scope="col" className={column.id === 'total' ? 'column-head total' : 'column-head'}>
      <PrintedLabel context={context} zh={column.zh} en={column.en}>
        {column.zh.length === 4 ? (
          <>
            {column.zh.slice(0, 2)}
            <wbr />
            {column.zh.slice(2)}
          </>
        ) : (
          column.zh
        )}
      </PrintedLabel>
    </th>
  );
}
