/** Rows whose label cells were merged: the first row of a block prints two labels, and its figures stand a column further right. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../../lib/decode/index';
import { REQUEST_COLUMNS, requestRows } from '../../../lib/form/index';
import { REQUEST_ROW_LABELS } from '../../../lib/form/labels';
import { readTables } from '../../../lib/read/index';
import { valueOf } from '../../../lib/figures';
import { BLOCKS } from './printed-tables';

const ROWS = requestRows('2021');
const RUNS = 40;

/** A row as printed: a figure above 0 or nothing, and the total last. */
const row = fc
  .array(fc.option(fc.integer({ min: 1, max: 99 }), { nil: null, freq: 2 }), { minLength: 6, maxLength: 6 })
  .map((parts) => [...parts, parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) || null]);

/** Only the first rows of blocks have all their figures: the rows to which the others were once fitted. */
const full = row.map((parts) => {
  const known = parts.slice(0, 6).map((part) => part ?? 1);
  return [...known, known.reduce((sum, part) => sum + part, 0)];
});

const table = fc.tuple(...ROWS.map((each) => (each in BLOCKS ? full : row)));

test('figures stay in their columns where the first rows of blocks alone are full', async () => {
  let givenUp = 0;
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const lines = ROWS.map((id, index) => {
        const labels = [...(BLOCKS[id] ? [BLOCKS[id]] : []), REQUEST_ROW_LABELS[id]?.[0]];
        const blanks = BLOCKS[id] ? '|  |' : '|  |  |';
        return `${labels.join(' | ')} | ${rows[index]?.map((value) => value ?? '').join(' | ')} ${blanks}`;
      });
      const text = `三、收到和处理政府信息公开申请情况\n\n${lines.join('\n')}\n`;
      const tables = readTables(await decode(Buffer.from(text), 'report.txt'));
      const named = new Set(tables.issues.flatMap((issue) => issue.fields));
      const others = ROWS.flatMap((id, index) =>
        REQUEST_COLUMNS.flatMap(({ id: name }, column) => {
          const field = `requests.${id}.${name}`;
          const read = valueOf(tables, field);
          return read === (rows[index]?.[column] ?? null) ? [] : [[field, read, named.has(field)]];
        }),
      );
      expect(others).toEqual(others.map(([field]) => [field, null, true]));
      givenUp += others.length;
    }),
    { numRuns: RUNS },
  );
  // About one cell in a hundred is given up; a reader that gave up more would still be wrong nowhere.
  expect(givenUp / (RUNS * ROWS.length * REQUEST_COLUMNS.length)).toBeLessThan(0.05);
});
