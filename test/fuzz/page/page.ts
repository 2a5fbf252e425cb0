/**
 * A report before it has a shape: paragraphs and tables made of labels and values, in reading order. Damage is done
 * here, so that what the damaged document says stays known; a shape then writes the page as bytes.
 */
import type { CellState, DisclosureBlock, FieldKind } from '../../../lib/form/index';

/** What the document says of a field. `origin` is what the agency meant, where the document no longer says it. */
export type TruthCell = {
  value: number | null;
  raw: string;
  state: CellState;
  origin?: number;
  /** In a row that lost a value: nobody can tell which, so a null needs no further word. */
  isUnknowable?: true;
};
export type Truth = Record<string, TruthCell>;

/** One printed value. `field` is null for a value that is none of the form's: a doubled one, one of a local row. */
export type ValueCell = { field: string | null; kind: FieldKind; text: string; colspan: number };

/** One row of a table: its labels from the outer group to its own, then its values. A label may hold line breaks. */
export type BodyRow = { labels: string[]; values: ValueCell[] };

export type HeadCell = { text: string; rowspan: number; colspan: number };
export type Section = {
  block: DisclosureBlock | null;
  title: string | null;
  head: HeadCell[][];
  body: BodyRow[];
};

export type TableId = 'disclosure' | 'requests' | 'proceedings' | 'other';
export type PageTable = {
  kind: 'table';
  id: TableId;
  /** Columns taken by labels, and columns in all. */
  labelWidth: number;
  width: number;
  sections: Section[];
};
export type PageText = { kind: 'text'; role: 'title' | 'heading' | 'prose' | 'furniture'; text: string };
/** A picture that stands where a table stood. */
export type PagePicture = { kind: 'picture' };
export type PageBlock = PageTable | PageText | PagePicture;

export type Page = { blocks: PageBlock[]; truth: Truth; year: number; title: string };

/** A cell of a table with its geometry; `value` where it holds one. */
export type GridCell = { text: string; rowspan: number; colspan: number; value: ValueCell | null };

/** The tables of a page in reading order. */
export const tablesOf = (page: Page): PageTable[] =>
  page.blocks.filter((block): block is PageTable => block.kind === 'table');

/** The rows of a page's statutory tables. */
export const bodyRowsOf = (page: Page): BodyRow[] =>
  tablesOf(page)
    .filter((table) => table.id !== 'other')
    .flatMap((table) => table.sections.flatMap((section) => section.body));

/** A table as rows of cells with spans: equal outer labels of neighbouring rows are one cell over all of them. */
export function gridOf(table: PageTable): GridCell[][] {
  return table.sections.flatMap((section) => [
    ...(section.title === null ? [] : [[labelCell(section.title, 1, table.width)]]),
    ...section.head.map((row) => row.map((cell) => labelCell(cell.text, cell.rowspan, cell.colspan))),
    ...section.body.map((row, i) => gridRow(table, section.body, row, i)),
  ]);
}

const labelCell = (text: string, rowspan: number, colspan: number): GridCell => ({
  text,
  rowspan,
  colspan,
  value: null,
});

/** The outer labels that two rows share, counted from the left. */
function sharedLabels(a: BodyRow | undefined, b: BodyRow | undefined): number {
  if (!a || !b) return 0;
  let shared = 0;
  const most = Math.min(a.labels.length, b.labels.length) - 1;
  while (shared < most && a.labels[shared] === b.labels[shared]) shared++;
  return shared;
}

function gridRow(table: PageTable, body: BodyRow[], row: BodyRow, at: number): GridCell[] {
  const above = sharedLabels(body[at - 1], row);
  const labels = row.labels.slice(above).map((text, i) => {
    const depth = above + i;
    const isLast = depth === row.labels.length - 1;
    let rowspan = 1;
    if (!isLast) while (sharedLabels(body[at + rowspan - 1], body[at + rowspan]) > depth) rowspan++;
    return labelCell(text, rowspan, isLast ? Math.max(1, table.labelWidth - depth) : 1);
  });
  return [
    ...labels,
    ...row.values.map((value) => ({ text: value.text, rowspan: 1, colspan: value.colspan, value })),
  ];
}

/** Rows of cells on the expanded grid: null where a cell spans over from the left or from above. */
export function expandGrid(grid: GridCell[][]): (GridCell | null)[][] {
  const taken = new Set<string>();
  return grid.map((row, r) => {
    const line: (GridCell | null)[] = [];
    const skip = (): void => {
      while (taken.has(`${r} ${line.length}`)) line.push(null);
    };
    for (const cell of row) {
      skip();
      const c = line.length;
      for (let i = 0; i < cell.rowspan; i++)
        for (let j = 0; j < cell.colspan; j++) taken.add(`${r + i} ${c + j}`);
      line.push(cell, ...Array.from({ length: cell.colspan - 1 }, () => null));
    }
    skip();
    return line;
  });
}
