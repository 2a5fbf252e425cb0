/**
 * Paragraphs, ends of cells and ends of rows → nested tables. A paragraph says at which depth it lies (`\intbl`,
 * `\itap`); a row's column lines are stated before or after its cells and hold until the next `\trowd`.
 */
import type { RowDefinition } from '../word/binary';
import type { WordContent, WordParagraph, WordRow } from '../word/docx-tree';
import { alignRows, tableRow } from '../word/ruled-rows';

/** A table being read: rows done, cells of the row being read, content of the cell being read. */
type OpenTable = { rows: WordRow[]; cells: WordContent[][]; cell: WordContent[] };
type Merge = { horizontal: number; vertical: number };

const MAX_DEPTH = 50;
/** Merges as [MS-DOC] numbers them: 1 goes on, 2 begins. */
const MERGES: Record<string, Partial<Merge>> = {
  clmgf: { horizontal: 2 },
  clmrg: { horizontal: 1 },
  clvmgf: { vertical: 2 },
  clvmrg: { vertical: 1 },
};

export class TableBuilder {
  private readonly body: WordContent[] = [];
  private readonly open: OpenTable[] = [];
  private definition: RowDefinition = { edges: [0], merges: [] };
  private merge: Merge = { horizontal: 0, vertical: 0 };
  /** Depth of the paragraph being read; 0 outside tables. */
  private depth = 0;

  /** Properties of paragraphs and rows; other words are passed over. */
  property(word: string, value: number | null): void {
    if (word === 'pard') this.depth = 0;
    else if (word === 'intbl') this.depth = Math.max(1, this.depth);
    else if (word === 'itap') this.depth = Math.max(0, Math.min(value ?? 0, MAX_DEPTH));
    else if (word === 'trowd') this.definition = { edges: [0], merges: [] };
    else if (word === 'trleft') this.definition.edges[0] = value ?? 0;
    else if (word === 'cellx') {
      this.definition.edges.push(value ?? 0);
      this.definition.merges.push(this.merge);
      this.merge = { horizontal: 0, vertical: 0 };
    } else Object.assign(this.merge, MERGES[word]);
  }

  /** A paragraph that no cell ends with. */
  addParagraph(paragraph: WordParagraph): void {
    this.goTo(this.depth);
    this.contentAt(this.depth).push(paragraph);
  }

  /** The last paragraph of a cell, and the cell's end. */
  endCell(paragraph: WordParagraph, isNested: boolean): void {
    const depth = isNested ? Math.max(2, this.depth) : 1;
    this.goTo(depth);
    const table = this.open[depth - 1];
    if (!table) return;
    table.cells.push([...table.cell, paragraph]);
    table.cell = [];
  }

  endRow(isNested: boolean): void {
    const depth = isNested ? Math.max(2, Math.min(this.open.length, Math.max(this.depth, 2))) : 1;
    this.goTo(depth);
    const table = this.open[depth - 1];
    if (!table) return;
    table.rows.push(tableRow(table.cells, { ...this.definition, edges: ascending(this.definition.edges) }));
    table.cells = [];
    table.cell = [];
  }

  /** All content, with what was left open closed. */
  finish(): WordContent[] {
    this.goTo(0);
    return this.body;
  }

  private contentAt(depth: number): WordContent[] {
    return depth === 0 ? this.body : (this.open[depth - 1]?.cell ?? this.body);
  }

  /** Opens tables down to a depth and closes those below it into the cell, or the body, they stand in. */
  private goTo(depth: number): void {
    while (this.open.length < depth) this.open.push({ rows: [], cells: [], cell: [] });
    while (this.open.length > depth) {
      const table = this.open.pop();
      if (!table) return;
      const outer = this.contentAt(this.open.length);
      if (table.rows.length > 0) outer.push(alignRows({ kind: 'table', rows: table.rows }));
      // Cells without an end of row were cut off; their text is kept as lines.
      outer.push(...table.cells.flat(), ...table.cell);
    }
  }
}

/** Column lines in their order; a line left of the one before stands on it. */
function ascending(edges: readonly number[]): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return edges.map((edge) => (last = Math.max(last, edge)));
}
