/** A table that a page cuts within a row: the figures stand beside the first piece of the label, blanks beside the rest. */
import { expect, test } from 'vitest';
import { decode } from '../../../lib/decode/index';
import type { Document, Grid } from '../../../lib/document';
import { REQUEST_COLUMNS } from '../../../lib/form/index';
import { readTables } from '../../../lib/read/index';
import { drawDocument } from '../../fuzz/document';

const isGrid = (block: Document['blocks'][number]): block is Grid => block.kind === 'grid';

/** The document with the given row of a grid cut in its label, the rest of the grid after it on a page of its own. */
function cutRow(document: Document, grid: Grid, row: number, at: number): Document {
  const cells = grid.rows[row] ?? [];
  const label = cells.findLastIndex((cell) => cell.text.length > at + 2 && /\p{Script=Han}/u.test(cell.text));
  const first = cells.map((cell, index) =>
    index === label ? { ...cell, text: cell.text.slice(0, at) } : cell,
  );
  const rest = cells.map((cell, index) => ({ ...cell, text: index === label ? cell.text.slice(at) : '' }));
  const before = { ...grid, rows: [...grid.rows.slice(0, row), first] };
  const after = { ...grid, rows: [rest, ...grid.rows.slice(row + 1)] };
  return {
    ...document,
    blocks: document.blocks.flatMap((block) => (block === grid ? [before, after] : [block])),
  };
}

test('a row whose label is cut by a page is read whole, or its cells are named in an issue', async () => {
  const rendered = await drawDocument(7, 0, 'html-grid');
  const document = await decode(rendered.bytes, rendered.name);
  const grid = document.blocks.filter(isGrid).find((each) => each.rows.length > 20) as Grid;
  const whole = readTables(document);
  let cuts = 0;
  let givenUp = 0;
  for (let row = 3; row < grid.rows.length - 1; row++)
    for (const at of [3, 5, 8]) {
      const label = grid.rows[row]?.findLast((cell) => /\p{Script=Han}/u.test(cell.text))?.text ?? '';
      if (label.length <= at + 2) continue;
      cuts += 1;
      const read = readTables(cutRow(document, grid, row, at));
      const named = new Set(read.issues.flatMap((issue) => issue.fields));
      const others = Object.entries(whole.cells).filter(([id, cell]) => {
        const again = read.cells[id];
        return again?.raw !== cell.raw || again.state !== cell.state;
      });
      expect([label, at, others.filter(([id]) => !named.has(id))]).toEqual([label, at, []]);
      // Given up is the row that was cut, no other.
      expect(others.length, `${label} cut at ${at}`).toBeLessThanOrEqual(REQUEST_COLUMNS.length);
      givenUp += others.length > 0 ? 1 : 0;
    }
  expect(cuts).toBeGreaterThan(20);
  // Four of the cuts leave two pieces that no row has, or the figures beside a piece of which other rows have as much.
  expect(givenUp).toBeLessThanOrEqual(4);
});
