/** The pieces of HTML that the HTML shapes share: escaping, and a plain table with spans. */
import type { GridCell } from './page';

/** A 1 × 1 picture, standing for a scanned table. */
export const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** A table whose cells are written by `content`; `attributes` are those of every cell besides its spans. */
export function tableHtml(
  grid: GridCell[][],
  content: (cell: GridCell) => string,
  attributes = '',
  quote = '"',
): string {
  const cellHtml = (cell: GridCell): string => {
    const spans = [
      cell.rowspan > 1 ? ` rowspan=${quote}${cell.rowspan}${quote}` : '',
      cell.colspan > 1 ? ` colspan=${quote}${cell.colspan}${quote}` : '',
    ].join('');
    return `<td${spans}${attributes}>${content(cell)}</td>`;
  };
  return `<table border=${quote}1${quote}>\n<tbody>${grid.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n')}</tbody></table>`;
}
