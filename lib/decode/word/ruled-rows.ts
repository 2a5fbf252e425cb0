/** Rows whose cells are told by column lines, as Word's binary format and RTF state them. */
import type { RowDefinition } from './binary';
import type { WordCell, WordContent, WordRow, WordTable } from './docx-tree';

/** A row of cells; `definition` says where its column lines run and which cells are merged. */
export function tableRow(cells: WordContent[][], definition: RowDefinition | null): WordRow {
  const edges = definition?.edges ?? [];
  return {
    before: 0,
    widthBefore: edges[0] ?? 0,
    isDeleted: false,
    cells: cells.map((content, index): WordCell => {
      const merge = definition?.merges[index];
      const width = (edges[index + 1] ?? 0) - (edges[index] ?? 0);
      return {
        content,
        gridSpan: 1,
        width: Math.max(0, width),
        vertical: merge?.vertical === 1 ? 'continue' : merge?.vertical ? 'restart' : null,
        horizontal: merge?.horizontal === 1 ? 'continue' : merge?.horizontal ? 'restart' : null,
      };
    }),
  };
}

/** The table with column lines from its own left edge: they are counted from the page's text; the leftmost becomes 0. */
export function alignRows(table: WordTable): WordTable {
  const left = Math.min(...table.rows.map((row) => row.widthBefore));
  return {
    ...table,
    columns: 'widths',
    rows: table.rows.map((row) => ({ ...row, widthBefore: row.widthBefore - left })),
  };
}
