/** Tables with known geometry, to be written in each format and read back. */
import fc from 'fast-check';
import type { Document, Grid } from '../../lib/document';

export type SampleCell = { text: string; row: number; column: number; rowspan: number; colspan: number };
export type SampleTable = { height: number; width: number; cells: SampleCell[] };

const LABELS = [
  '规章',
  '行政许可',
  '一、本年新收政府信息公开申请数量',
  '自然人',
  '总计',
  '（三）不予公开',
  '其他处理',
];

/** Text as it stands in cells of the form: labels, numbers, dashes, blanks. */
const cellText = fc.oneof(
  fc.constantFrom(...LABELS),
  fc.nat({ max: 999_999 }).map(String),
  fc.constantFrom('0', '', '/', '—', '1,234', '22（其中修订16件）', '251000元', '4068.208', '-8', '＋１２'),
);

/** A table cut into cells by random merges; every row and every column has a cell that begins in it. */
export const sampleTables: fc.Arbitrary<SampleTable> = fc
  .record({
    height: fc.integer({ min: 2, max: 6 }),
    width: fc.integer({ min: 2, max: 7 }),
    merges: fc.array(
      fc.tuple(fc.nat(5), fc.nat(6), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
      {
        maxLength: 5,
      },
    ),
    texts: fc.array(cellText, { minLength: 42, maxLength: 42 }),
  })
  .map(({ height, width, merges, texts }) => cutTable(height, width, merges, texts))
  .filter(isProper);

function cutTable(
  height: number,
  width: number,
  merges: [number, number, number, number][],
  texts: string[],
): SampleTable {
  const taken = new Set<string>();
  const cells: SampleCell[] = [];
  const areaOf = (row: number, column: number, rowspan: number, colspan: number) => {
    const area: string[] = [];
    for (let r = row; r < row + rowspan; r++)
      for (let c = column; c < column + colspan; c++) area.push(`${r} ${c}`);
    return area;
  };
  const add = (row: number, column: number, rowspan: number, colspan: number) => {
    const area = areaOf(row, column, rowspan, colspan);
    if (row + rowspan > height || column + colspan > width || area.some((place) => taken.has(place))) return;
    for (const place of area) taken.add(place);
    cells.push({ text: '', row, column, rowspan, colspan });
  };
  for (const [row, column, rowspan, colspan] of merges) add(row, column, rowspan, colspan);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) add(row, column, 1, 1);
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { height, width, cells: cells.map((cell, index) => ({ ...cell, text: texts[index] ?? '' })) };
}

function isProper({ height, width, cells }: SampleTable): boolean {
  const rows = new Set(cells.map((cell) => cell.row));
  const columns = new Set(cells.map((cell) => cell.column));
  return rows.size === height && columns.size === width;
}

/** The cells of a grid, as a sample has them. */
export function cellsOf(grid: Grid): SampleCell[] {
  return grid.rows
    .flat()
    .map(({ text, row, column, rowspan, colspan }) => ({ text, row, column, rowspan, colspan }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

export function gridsOf(document: Document): Grid[] {
  return document.blocks.filter((block): block is Grid => block.kind === 'grid');
}

/** Two rows of three cells without merges, one of them empty. */
export const SMALL_TABLE: SampleTable = {
  height: 2,
  width: 3,
  cells: ['规章', '1', '20', '许可', '', '3'].map((text, i) => ({
    text,
    row: Math.floor(i / 3),
    column: i % 3,
    rowspan: 1,
    colspan: 1,
  })),
};

/** The document's lines outside grids. */
export function linesOf(document: Document): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

/** All digits of a document's blocks, in order, full-width ones as ASCII. */
export function digitsOf(document: Document): string {
  const texts = document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.rows
          .flat()
          .map((cell) => cell.text)
          .join(' '),
  );
  return texts.join('\n').normalize('NFKC').replace(/\D/g, '');
}

/** Whether each place of a grid belongs to exactly one cell, or to none where rows are ragged. */
export function isWithoutOverlap(grid: Grid): boolean {
  const taken = new Set<string>();
  for (const cell of grid.rows.flat())
    for (let r = cell.row; r < cell.row + cell.rowspan; r++)
      for (let c = cell.column; c < cell.column + cell.colspan; c++) {
        if (r >= grid.rows.length || c >= grid.width || taken.has(`${r} ${c}`)) return false;
        taken.add(`${r} ${c}`);
      }
  return true;
}
