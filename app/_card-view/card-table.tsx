/** The rows of a card as a table: the same model as picture and file, so the same values in the same order. */
import { languageOfName } from '../../lib/i18n/province-names';
import type { PageContext } from '../_request/page-context';
import { Absent } from '../_components/absent';
import type { CardCell, CardColumn, CardTable } from '../_card/model';
import { ScrollRegion } from '../_components/scroll-region';

type Props = { context: PageContext; table: CardTable; caption: string };

/** A table whose first columns name the row; what only files hold is left out. */
export function CardDataTable({ context, table, caption }: Props) {
  const shown = table.columns.flatMap((column, index) => (column.fileOnly ? [] : [{ column, index }]));
  return (
    <ScrollRegion name={context.t('card.table_of', { title: caption })}>
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {shown.map(({ column }) => (
              <th scope="col" className={column.numeric ? 'num' : undefined} key={column.id}>
                {headText(column, context)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id} className={row.afterCut ? 'after-cut' : undefined}>
              {shown.map(({ column, index }) => {
                const cell = row.cells[index];
                if (!cell) return null;
                return column.numeric ? (
                  <td className="num" key={column.id}>
                    <CellText context={context} cell={cell} />
                  </td>
                ) : (
                  <th scope="row" key={column.id} lang={cell.foreign ? languageOfName(cell.text) : undefined}>
                    <CellText context={context} cell={cell} />
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function CellText({ context, cell }: { context: PageContext; cell: CardCell }) {
  if (cell.absent) return <Absent word={cell.text} />;
  return (
    <>
      {cell.link ? <a href={context.here(cell.link)}>{cell.text}</a> : cell.text}
      {cell.note && <small>{cell.note}</small>}
    </>
  );
}

/** The unit stands in the head where the number does not carry it. */
function headText({ label, unit, id }: CardColumn, { t }: PageContext): string {
  const isRatio = unit !== null && /0–1/.test(unit);
  if (unit === null || isRatio || id === 'reports') return label;
  return label + t('list.comma') + unit;
}
