/** How read rows become cells of a table, and what is said where two prints differ or a total is blank. */
import { describe, expect, test } from 'vitest';
import { type Field, fieldById } from '../../../lib/form/index';
import type { Place } from '../../../lib/place';
import type { ReadCell, Slot } from '../../../lib/read/fit/resolve';
import {
  type ReadTable,
  leaveRow,
  mergeCells,
  noteBareParts,
  putRow,
} from '../../../lib/read/tables/read-table';

const GRANTED = ['natural_person', 'org_commercial', 'org_research', 'total'].map(
  (column) => `requests.granted.${column}`,
);
const SLOTS: Slot[] = GRANTED.map((id) => ({ field: fieldById(id) as Field, headerUnit: null }));

const emptyTable = (): ReadTable => ({ cells: new Map(), extraRows: [], issues: [] });

/** A cell as printed: digits are its value, a blank and a dash have none. */
function cellOf(raw: string, at: Place | null = { line: 7 }): ReadCell {
  const state =
    raw.trim() === '' ? 'blank' : raw === '—' ? 'dash' : /^\s*\d+\s*$/u.test(raw) ? 'number' : 'unreadable';
  return { raw, state, at, value: state === 'number' ? Number(raw) : null, issues: [] };
}

function tableOf(...printed: string[]): ReadTable {
  const table = emptyTable();
  putRow(
    table,
    SLOTS,
    printed.map((raw, index) => cellOf(raw, { line: 7, column: index + 1 })),
  );
  return table;
}

test('a row fills the fields of its slots in their order, and no more than it has', () => {
  const table = tableOf('2', '', '3', '5', '9');
  expect([...table.cells].map(([id, { raw }]) => [id, raw])).toEqual([
    [GRANTED[0], '2'],
    [GRANTED[1], ''],
    [GRANTED[2], '3'],
    [GRANTED[3], '5'],
  ]);
});

test('a row left without values is unreadable under its label, absent without one, and never zero', () => {
  for (const [hasLabel, state] of [
    [true, 'unreadable'],
    [false, 'absent'],
  ] as const) {
    const table = emptyTable();
    leaveRow(table, SLOTS, hasLabel);
    expect([...table.cells]).toEqual(
      GRANTED.map((id) => [id, { raw: '', state, at: null, value: null, issues: [] }]),
    );
  }
});

describe('a second print', () => {
  const again = (...printed: string[]) =>
    printed.map((raw, index) => [GRANTED[index] as string, cellOf(raw, { line: 9 })] as const);

  test('that says the same changes nothing', () => {
    const table = tableOf('2', '', '3', '5');
    const before = new Map(table.cells);
    expect(mergeCells(table, again('2', ' ', '3', '5'))).toEqual([]);
    expect(table.cells).toEqual(before);
  });

  test('that differs leaves the cell open, where the first stood', () => {
    const table = tableOf(' 2', '', '3', '5');
    table.cells.set(GRANTED[0] as string, cellOf('2', { line: 7, column: 1 }));
    expect(mergeCells(table, again('4', '0', '—', '5'))).toEqual(GRANTED.slice(0, 3));
    expect(GRANTED.map((id) => table.cells.get(id))).toEqual([
      { raw: '2 | 4', state: 'ambiguous', at: { line: 7, column: 1 }, value: null, issues: [] },
      { raw: '␣ | 0', state: 'ambiguous', at: { line: 7, column: 2 }, value: null, issues: [] },
      { raw: '3 | —', state: 'ambiguous', at: { line: 7, column: 3 }, value: null, issues: [] },
      cellOf('5', { line: 7, column: 4 }),
    ]);
  });

  test('differs where both are empty in another way, and blanks around a text are not shown', () => {
    const table = tableOf('', ' x ', '3', '5');
    expect(mergeCells(table, again('—', ' 7 ', '3', '5'))).toEqual(GRANTED.slice(0, 2));
    expect(table.cells.get(GRANTED[0] as string)?.raw).toBe('␣ | —');
    expect(table.cells.get(GRANTED[1] as string)?.raw).toBe('x | 7');
    const other = tableOf('—', '', '', '');
    mergeCells(other, [[GRANTED[0] as string, cellOf('  ')]]);
    expect(other.cells.get(GRANTED[0] as string)?.raw).toBe('— | ␣');
  });

  test('of a field that was not printed before adds nothing', () => {
    const table = emptyTable();
    expect(mergeCells(table, again('4'))).toEqual([]);
    expect(table.cells.size).toBe(0);
  });
});

describe('figures beside a total', () => {
  const said = (...printed: string[]) => {
    const table = tableOf(...printed);
    noteBareParts(table, SLOTS);
    return table.issues;
  };

  test.each([
    ['', '2, 3'],
    ['—', '2, 3'],
  ])('that is empty (%j) are named', (total, figures) => {
    expect(said('2', '0', '3', total)).toEqual([
      {
        code: 'row.total_blank',
        severity: 'warning',
        at: { line: 7, column: 1 },
        actual: `${figures} beside a blank total`,
        expected: expect.stringMatching(/\S/u),
        fields: [GRANTED[0], GRANTED[2], GRANTED[3]],
      },
    ]);
  });

  test.each([
    ['printed', ['2', '0', '3', '5']],
    ['unreadable', ['2', '0', '3', 'x']],
    ['blank, as are the parts', ['', '', '', '']],
    ['blank beside zeros', ['0', '', '0', '']],
    ['blank beside what is no figure', ['x', '—', '', '']],
  ])('that is %s are not', (_name, printed) => expect(said(...printed)).toEqual([]));

  test('is said where a figure has no place, and not of cells that were never read', () => {
    const table = emptyTable();
    noteBareParts(table, SLOTS);
    expect(table.issues).toEqual([]);
    table.cells.set(GRANTED[1] as string, cellOf('4', null));
    noteBareParts(table, SLOTS);
    expect(table.issues).toEqual([]);
    table.cells.set(GRANTED[3] as string, cellOf(''));
    noteBareParts(table, SLOTS);
    expect(table.issues[0]).toMatchObject({ at: null, fields: [GRANTED[1], GRANTED[3]] });
    noteBareParts(table, []);
    expect(table.issues.length).toBe(1);
  });
});
