/** RTF files of paragraphs and tables. */
import type { SampleTable } from './sample-table';

/** Every character as RTF writes it: ASCII bare, all others as \u with a stand-in. */
export const rtfText = (text: string): string =>
  [...text]
    .map((char) => {
      if (/[\\{}]/.test(char)) return `\\${char}`;
      return char.charCodeAt(0) < 0x80
        ? char
        : [...Array(char.length).keys()].map((i) => `\\u${(char.charCodeAt(i) << 16) >> 16}?`).join('');
    })
    .join('');

/** An RTF file with the given body. */
export const rtfOf = (body: string): Uint8Array =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fnil\\fcharset0 Arial;}}{\\colortbl;}\n${body}}`,
    'latin1',
  );

/** The table in RTF: a cell over several columns has one column line, one over several rows clvmgf and clvmrg. */
export function rtfTable({ height, width, cells }: SampleTable): string {
  const rows: string[] = [];
  for (let row = 0; row < height; row++) {
    let definition = '';
    let content = '';
    for (let column = 0; column < width; ) {
      const cell = cells.find((c) => c.column === column && row >= c.row && row < c.row + c.rowspan);
      if (!cell) throw new Error('a sample table without holes');
      const down = cell.rowspan === 1 ? '' : row === cell.row ? '\\clvmgf' : '\\clvmrg';
      column += cell.colspan;
      definition += `${down}\\cellx${1000 * column}`;
      content += `\\pard\\intbl ${row === cell.row ? rtfText(cell.text) : ''}\\cell\n`;
    }
    rows.push(`\\trowd${definition}\n${content}\\row\n`);
  }
  return rows.join('');
}
