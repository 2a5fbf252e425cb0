/** Table 2 block by block: every cell with its value or a state, and an issue for whatever is in doubt. */
import { expect, test } from 'vitest';
import {
  DISCLOSURE_BLOCKS,
  type DisclosureRow,
  type FormVersion,
  disclosureFields,
} from '../../../lib/form/index';
import { readDisclosure } from '../../../lib/read/tables/disclosure';
import type { Segment } from '../../../lib/read/lines/segments';
import type { DisclosureTable } from '../../../lib/read/tables/read-table';
import {
  DISCLOSURE_HEADERS,
  codesOf,
  disclosureRow,
  disclosureTable,
  headerCells,
  read,
  rowsOf,
  segment,
  tokens,
} from '../tables';
import { columnSet } from '../../../lib/read/lines/tokens';

const NONE: ReadonlySet<string> = new Set();
const OLD = ['items_last_year', 'items_change', 'decisions'];
const NEW = ['issued', 'repealed', 'in_force'];

const tableOf = (segments: readonly Segment[], traces: ReadonlySet<string> = NONE): DisclosureTable =>
  readDisclosure(segments, traces);
const codes = (table: DisclosureTable): string[] => codesOf(table.issues);
const rowOf = (table: DisclosureTable, row: DisclosureRow, columns: readonly string[] = NEW): string =>
  read(table, `disclosure.${row}`, columns);
const fieldsOf = (form: FormVersion): string[] =>
  DISCLOSURE_BLOCKS.flatMap(({ id }) => disclosureFields(id, form)).map(({ id }) => id);
const stray = (): Segment => segment('全年召开工作例会次数', '3');

/** The segments of a table, one of them changed. */
const change = (table: readonly Segment[], row: DisclosureRow, more: Partial<Segment>): Segment[] =>
  table.map((each) => (each.labels[0] === disclosureRow(row, '').labels[0] ? { ...each, ...more } : each));
const at = (table: readonly Segment[], row: DisclosureRow): number =>
  table.findIndex(({ labels }) => labels[0] === disclosureRow(row, '').labels[0]);
const insertAfter = (table: readonly Segment[], row: DisclosureRow, ...rows: Segment[]): Segment[] =>
  rowsOf(...table.slice(0, at(table, row) + 1), ...rows, ...table.slice(at(table, row) + 1));

/* As printed. */

test('a table of the 2021 form is read cell by cell, each where it stands, without an issue', () => {
  const table = tableOf(
    disclosureTable('2021', {
      figures: {
        rules: '1 0 12',
        normative_documents: '— _ 22',
        licensing: '345',
        penalties: '67',
        compulsory_measures: '0',
        administrative_fees: '12.5',
      },
    }),
  );
  expect(table.forms).toEqual({ '20(1)': '2021', '20(5)': '2021', '20(6)': '2021', '20(8)': '2021' });
  expect(table.issues).toEqual([]);
  expect(table.extraRows).toEqual([]);
  expect([...table.cells.keys()]).toEqual(fieldsOf('2021'));
  expect([...table.cells.values()].map(({ value, state, at: place }) => [value, state, place])).toEqual([
    [1, 'number', { line: 1, column: 1 }],
    [0, 'number', { line: 1, column: 2 }],
    [12, 'number', { line: 1, column: 3 }],
    [null, 'dash', { line: 2, column: 1 }],
    [null, 'blank', { line: 2, column: 2 }],
    [22, 'number', { line: 2, column: 3 }],
    [345, 'number', { line: 3, column: 1 }],
    [67, 'number', { line: 4, column: 1 }],
    [0, 'number', { line: 5, column: 1 }],
    [12.5, 'number', { line: 6, column: 1 }],
  ]);
});

test('a table of the 2019 form is read cell by cell, changes with their sign', () => {
  const table = tableOf(
    disclosureTable('2019', {
      figures: {
        rules: '1 2 3',
        licensing: '45 -2 300',
        other_services: '7 +3 8',
        administrative_fees: '9 减少1',
        procurement: '4 0',
      },
    }),
  );
  expect(table.forms).toEqual({
    '20(1)': '2019',
    '20(5)': '2019',
    '20(6)': '2019',
    '20(8)': '2019',
    '20(9)': '2019',
  });
  expect(table.issues).toEqual([]);
  expect([...table.cells.keys()].sort()).toEqual(fieldsOf('2019').sort());
  expect(rowOf(table, 'rules', ['new_made', 'newly_disclosed', 'disclosed_total'])).toBe('1 2 3');
  expect(rowOf(table, 'licensing', OLD)).toBe('45 -2 300');
  expect(rowOf(table, 'other_services', OLD)).toBe('7 3 8');
  expect(rowOf(table, 'administrative_fees', OLD.slice(0, 2))).toBe('9 -1');
  expect(rowOf(table, 'procurement', ['projects', 'amount_yuan'])).toBe('4 0');
});

test('each block follows the version that its own heads show', () => {
  const old = disclosureTable('2019');
  const recent = disclosureTable('2021');
  const mixed = rowsOf(...old.slice(0, at(old, 'licensing')), ...recent.slice(at(recent, 'licensing')));
  const table = tableOf(mixed);
  expect(table.forms).toEqual({ '20(1)': '2019', '20(5)': '2021', '20(6)': '2021', '20(8)': '2021' });
  expect(table.issues).toEqual([]);
  expect(rowOf(table, 'rules', ['new_made', 'issued'])).toBe('0 -');
  expect(rowOf(table, 'licensing', OLD)).toBe('- - 0');
});

/* Money. */

test.each([
  ['本年收费金额（单位：万元）', '12.5', 12.5],
  ['本年收费金额', '12.5', 12.5],
  ['本年收费金额（单位：元）', '125000', 12.5],
  ['本年收费金额（元）', '125000', 12.5],
  ['本年收费金额(元)', '125000', 12.5],
  ['本年收费金额 单位：元', '125000', 12.5],
  ['本年收费金额 单位元', '125000', 12.5],
])('under %s a fee of %s is %d 万元', (header, marks, expected) => {
  const headers = { '20(8)': ['第二十条第（八）项', '信息内容', header] };
  const table = tableOf(disclosureTable('2021', { headers, figures: { administrative_fees: marks } }));
  expect(table.cells.get('disclosure.administrative_fees.amount_10k_yuan')).toMatchObject({
    value: expected,
    state: 'number',
  });
  expect(codes(table).filter((code) => !code.startsWith('cell.unit_converted'))).toEqual([]);
});

test.each([
  ['采购总金额', '5', null],
  ['采购总金额（万元）', '5', 50_000],
  ['采购总金额（元）', '5', 5],
  ['采购总金额（单位：元）', '5', 5],
  ['采购总金额', '5万元', 50_000],
  ['采购总金额', '0', 0],
])('under %s a purchase of %s is %d yuan', (header, marks, expected) => {
  const headers = { '20(9)': ['第二十条第（九）项', '信息内容', '采购项目数量', header] };
  const table = tableOf(disclosureTable('2019', { headers, figures: { procurement: `1 ${marks}` } }));
  expect(table.cells.get('disclosure.procurement.amount_yuan')).toMatchObject({
    value: expected,
    state: expected === null ? 'ambiguous' : 'number',
  });
  expect(codes(table)).toEqual(
    expected === null
      ? ['cell.unit_missing procurement']
      : expected === 50_000
        ? ['cell.unit_converted procurement']
        : [],
  );
});

test('a unit over one block is none of another’s, and counts have none', () => {
  const headers = { '20(8)': ['第二十条第（八）项', '上一年项目数量', '本年增/减', '（元）'] };
  const table = tableOf(
    disclosureTable('2019', { headers, figures: { administrative_fees: '5 1', procurement: '1 5' } }),
  );
  expect(rowOf(table, 'administrative_fees', OLD.slice(0, 2))).toBe('5 1');
  expect(rowOf(table, 'procurement', ['projects', 'amount_yuan'])).toBe('1 ambiguous');
});

/* What is not there. */

test('one row alone is no table, none is none', () => {
  for (const segments of [[], [stray()], [disclosureRow('rules', '1 2 3')]]) {
    const table = tableOf(segments);
    expect(table.forms).toEqual({});
    expect(table.extraRows).toEqual([]);
    expect([...table.cells.keys()]).toEqual(fieldsOf('2021'));
    expect([...table.cells.values()].every(({ state, value }) => state === 'absent' && value === null)).toBe(
      true,
    );
    const [last, ...rows] = [...table.issues].reverse();
    expect(last).toEqual({
      code: 'table.absent',
      severity: 'error',
      at: null,
      actual: `${segments[0]?.labels[0] === '规章' ? 1 : 0} rows of table 2`,
      expected: '规章 … 行政事业性收费',
      fields: fieldsOf('2021'),
    });
    expect(rows.map(({ code }) => code)).toEqual(Array(6).fill('row.absent'));
  }
  const two = tableOf(disclosureTable('2021').slice(0, 2));
  expect(rowOf(two, 'rules')).toBe('0 0 0');
  expect(codes(two).filter((code) => code.startsWith('table'))).toEqual([]);
});

test('rows without a label do not make a table', () => {
  expect(codes(tableOf([disclosureRow('rules', '1 2 3'), segment('', '1 2 3')]))).toContain(
    'table.absent ' +
      [
        'rules',
        'normative_documents',
        'licensing',
        'penalties',
        'compulsory_measures',
        'administrative_fees',
      ].join(' '),
  );
});

test('a row that is not there is absent, one whose label stands somewhere unreadable', () => {
  const segments = disclosureTable('2021', {
    figures: { normative_documents: null, compulsory_measures: null },
  });
  const table = tableOf(segments, new Set(['compulsory_measures', 'rules']));
  expect(rowOf(table, 'normative_documents')).toBe('absent absent absent');
  expect(rowOf(table, 'compulsory_measures', ['decisions'])).toBe('unreadable');
  expect(
    table.issues.map(({ code, at: place, actual, expected, fields }) => [
      code,
      place,
      actual,
      expected,
      fields,
    ]),
  ).toEqual([
    [
      'row.absent',
      null,
      'no such row',
      '行政规范性文件',
      NEW.map((column) => `disclosure.normative_documents.${column}`),
    ],
    [
      'row.no_values',
      null,
      'a label without figures',
      '行政强制',
      ['disclosure.compulsory_measures.decisions'],
    ],
  ]);
});

test('a block whose label alone is left may be of either version', () => {
  const segments = disclosureTable('2021', { figures: { administrative_fees: null } });
  const table = tableOf(segments, new Set(['administrative_fees']));
  expect(table.issues.find(({ code }) => code === 'table.form_undecided')).toEqual({
    code: 'table.form_undecided',
    severity: 'warning',
    at: null,
    actual: 'labels without figures',
    expected: 'the columns of block 20(8)',
    fields: ['disclosure.administrative_fees.items_last_year', 'disclosure.administrative_fees.items_change'],
  });
  expect(codes(tableOf(segments))).toEqual(['row.absent administrative_fees']);
  expect(codes(tableOf(segments, new Set(['rules', 'penalties'])))).toEqual([
    'row.absent administrative_fees',
  ]);
  // A block that was found is of the version found, whatever labels stand elsewhere.
  expect(codes(tableOf(disclosureTable('2021'), new Set(['administrative_fees', 'rules'])))).toEqual([]);
});

test('a block without a trace has the form of the others', () => {
  const table = tableOf(disclosureTable('2019', { figures: { administrative_fees: null } }));
  expect(rowOf(table, 'administrative_fees', OLD.slice(0, 2))).toBe('absent absent');
  expect(table.cells.has('disclosure.administrative_fees.amount_10k_yuan')).toBe(false);
});

test('procurement that is named without its figures is an issue of its block', () => {
  const expected = ['row.no_values procurement'];
  const headed = (header: string): string[] =>
    codes(tableOf([...disclosureTable('2021'), segment('甲', '1', { headers: [header] })]));
  expect(codes(tableOf(disclosureTable('2021'), new Set(['procurement'])))).toEqual(expected);
  for (const header of [
    '采购项目数量',
    '采购项目数',
    '采购项目',
    '采购总金额',
    '采购金额',
    '采购总金额（元）',
  ])
    expect(headed(header)).toEqual(expected);
  for (const header of ['政府采购项目', '采购方式', '信息内容']) expect(headed(header)).toEqual([]);
  const [only] = tableOf(disclosureTable('2021'), new Set(['procurement'])).issues;
  expect(only).toMatchObject({
    at: null,
    actual: '政府集中采购 without its block',
    expected: 'the block 20(9)',
  });
  expect(only?.fields).toEqual(['disclosure.procurement.projects', 'disclosure.procurement.amount_yuan']);
  // With its block it is read.
  expect(codes(tableOf(disclosureTable('2019'), new Set(['procurement'])))).toEqual([]);
});

/* Where the table stands. */

test('what stands further from the items of article 20 than the table does is none of it', () => {
  const again = (before: number, after: number): string[] => {
    const rules = disclosureRow('rules', '9 9 9');
    const fees = disclosureRow('administrative_fees', '9');
    return codes(
      tableOf(
        rowsOf(
          rules,
          ...Array.from({ length: before }, stray),
          ...disclosureTable('2021'),
          ...Array.from({ length: after }, stray),
          fees,
        ),
      ),
    ).filter((code) => code.startsWith('row.repeated'));
  };
  // Four rows before the first item and four behind the last one may belong to it.
  expect(again(4, 4)).toEqual([]);
  expect(again(3, 4)).toEqual(['row.repeated rules']);
  expect(again(4, 3)).toEqual(['row.repeated administrative_fees']);
});

test('without the items every row counts', () => {
  const [first, ...rest] = Object.entries(DISCLOSURE_HEADERS['2021']).map(
    ([id, headers]) => [id, headers.slice(1)] as const,
  );
  const headers = Object.fromEntries([first, ...rest].filter((each) => each !== undefined));
  const segments = disclosureTable('2021', { headers });
  expect(codes(tableOf(segments))).toEqual([]);
  const far = rowsOf(
    ...segments,
    ...Array.from({ length: 9 }, stray),
    disclosureRow('administrative_fees', '9'),
  );
  expect(codes(tableOf(far))).toEqual(['row.repeated administrative_fees']);
});

test.each(['第二十条第（一）项', '第二十条第(1)项', '《条例》第二十条第一项', '第二十条第（十一）项'])(
  'heads before %s are none of the block’s',
  (item) => {
    const headers = {
      '20(1)': ['本年新制作数量', item, '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    };
    const table = tableOf(disclosureTable('2021', { headers }));
    expect(table.forms['20(1)']).toBe('2021');
    const isItem = !item.includes('1');
    expect(codes(table)).toEqual(isItem ? [] : ['table.form_inferred rules normative_documents']);
  },
);

test('the heads of a block are those over its first row', () => {
  const segments = change(disclosureTable('2021'), 'normative_documents', { headers: ['本年新制作数量'] });
  expect(tableOf(segments).forms['20(1)']).toBe('2021');
  expect(codes(tableOf(segments))).toEqual([]);
});

/* Figures in doubt. */

test('heads over the cells tell which are the form’s', () => {
  const more = {
    columns: columnSet('grid', 0),
    headerCells: headerCells(['', '本年制发件数', '本年废止件数', '现行有效件数', '']),
    values: tokens('_ 1 _ _ _'),
  };
  const cellsAt = { ...more, values: tokens('_ 1 _ _', 1) };
  expect(rowOf(tableOf(change(disclosureTable('2021'), 'rules', cellsAt)), 'rules')).toBe('blank 1 blank');
  const bare = tableOf(change(disclosureTable('2021'), 'rules', { values: cellsAt.values }));
  expect(codes(bare)).toEqual(['cell.ambiguous rules']);
});

test('a row that ends behind another of its block may have a cell too many anywhere', () => {
  const rules = { columns: columnSet('grid', 0), values: tokens('0 0 0', 1) };
  const longer = { columns: columnSet('grid', 0), values: tokens('_ 1 2 3', 1) };
  const table = change(change(disclosureTable('2021'), 'rules', rules), 'normative_documents', longer);
  expect(codes(tableOf(table))).toEqual([
    'row.values_surplus normative_documents',
    'cell.ambiguous normative_documents',
  ]);
  // Where both end in one place blanks before the figures are label cells.
  const both = change(table, 'rules', { columns: columnSet('grid', 0), values: tokens('_ 0 0 0', 1) });
  expect(codes(tableOf(both))).toEqual([]);
  // Another block, or another table, tells nothing.
  const apart = change(table, 'rules', { columns: columnSet('grid', 1), values: tokens('0 0 0', 1) });
  expect(codes(tableOf(apart))).toEqual([]);
  const fees = change(disclosureTable('2021'), 'administrative_fees', {
    columns: columnSet('grid', 0),
    values: tokens('0', 1),
  });
  expect(codes(tableOf(change(fees, 'rules', longer)))).toEqual([]);
});

const loose = { solid: false };

test('a blank line before too many loose figures is the other row’s', () => {
  const of = (marks: string, more: Partial<Segment> = loose): string[] =>
    codes(tableOf(change(disclosureTable('2021'), 'rules', { ...more, values: tokens(marks) })));
  expect(of('_ 1 2 3')).toEqual(['row.values_surplus rules', 'cell.ambiguous rules']);
  expect(of('_ 1 2 3', { solid: true })).toEqual([]);
  expect(of('_ 1 2')).toEqual([]);
  expect(of('1 2 3 _')).toEqual([]);
  expect(of('~ 1 2 3')).toEqual([]);
  // Two lines beyond the figures are not both the row’s end.
  expect(of('1 2 3 _ _')).toEqual(['row.values_surplus rules', 'cell.ambiguous rules']);
  expect(of('1 2 3 _ _', { solid: true })).toEqual([]);
  const one = change(disclosureTable('2021'), 'licensing', { ...loose, values: tokens('1 _ _') });
  expect(codes(tableOf(one))).toEqual([]);
});

test('a row of lines that is longer than most others is read with care', () => {
  const rows = disclosureTable('2021').map((row) => ({ ...row, ...loose, values: tokens('1', null, 1) }));
  const three = rows.map((row, index) => (index < 2 ? { ...row, values: tokens('1 2 3') } : row));
  // Most rows have one cell: so many as three are read as they stand all the same.
  expect(codes(tableOf(three))).toEqual([]);
});

test('a gap between figures is an issue of the row', () => {
  const of = (marks: string): string[] =>
    codes(tableOf(change(disclosureTable('2021'), 'rules', { ...loose, values: tokens(marks) })));
  expect(of('1 ~ 2 3')).toEqual(['cell.blank_inferred rules']);
  expect(of('1 2 ~ 3')).toEqual(['cell.blank_inferred rules']);
  expect(of('~ 1 2 3')).toEqual([]);
  expect(of('1 2 3 ~')).toEqual([]);
  // Before the first figure and behind the last one it parts none.
  expect(of('_ ~ 1 2')).toEqual([]);
  expect(of('1 2 ~ _')).toEqual([]);
  // Pipes by themselves leave no gap.
  expect(of('1 = 2 3')).toEqual([]);
  const table = tableOf(change(disclosureTable('2021'), 'rules', { ...loose, values: tokens('1 ~ 2 3') }));
  expect(rowOf(table, 'rules')).toBe('1 2 3');
  expect(table.issues).toMatchObject([{ at: { line: 1 }, actual: '规章', expected: '3 values' }]);
});

test('a lone pipe that fills up a row is an issue of the row', () => {
  const piped = (marks: string, column: number | null, more: Partial<Segment> = loose): string[] => {
    const values = tokens(marks).map((value, index, all) =>
      index === all.length - 1 ? { ...value, column } : value,
    );
    return codes(tableOf(change(disclosureTable('2021'), 'rules', { ...more, values })));
  };
  expect(piped('1 2 _', 0)).toEqual(['cell.blank_inferred rules']);
  expect(piped('1 2 _', null)).toEqual([]);
  expect(piped('1 2 _', 0, { solid: true })).toEqual([]);
  expect(piped('1 2 3', 0)).toEqual([]);
  expect(piped('_ _ _', 0)).toEqual([]);
  expect(piped('1 2 — _', 0)).toEqual([]);
  const fees = change(disclosureTable('2021'), 'licensing', { ...loose, values: tokens('_', 0) });
  expect(codes(tableOf(fees))).toEqual([]);
});

test('a figure on a line by itself, where others stand beside their labels, may be a page’s number', () => {
  const of = (marks: string, isBeside: boolean, others = true): string[] => {
    const segments = disclosureTable('2021', { more: { isBeside: others } });
    return codes(tableOf(change(segments, 'licensing', { isBeside, values: tokens(marks) })));
  };
  expect(of('7', false)).toEqual(['row.label_doubtful licensing']);
  expect(of('7', true)).toEqual([]);
  expect(of('7', false, false)).toEqual([]);
  expect(of('_', false)).toEqual([]);
  const table = tableOf(
    change(disclosureTable('2021'), 'licensing', { isBeside: false, values: tokens('7') }),
  );
  expect(table.issues).toMatchObject([
    { actual: 'a figure on a line by itself', expected: '行政许可 beside it' },
  ]);
  const blanks = disclosureTable('2021').map((row) => ({ ...row, values: tokens('_') }));
  expect(
    codes(tableOf(change(blanks, 'licensing', { isBeside: false, values: tokens('7') }))).filter((code) =>
      code.startsWith('row.label'),
    ),
  ).toEqual([]);
  const three = change(disclosureTable('2021'), 'rules', { isBeside: false, values: tokens('1 2 3') });
  expect(codes(tableOf(three))).toEqual([]);
});

test('loose figures beside a row that left no trace may be its', () => {
  const segments = disclosureTable('2021', { figures: { normative_documents: null }, more: loose });
  const table = tableOf(segments);
  expect(codes(table)).toEqual(['row.label_doubtful rules', 'row.absent normative_documents']);
  expect(table.issues[0]).toMatchObject({
    at: { line: 1 },
    actual: '规章',
    expected: 'normative_documents beside it, whose label is gone',
    fields: NEW.map((column) => `disclosure.rules.${column}`),
  });
  // Where its label stands, or the figures have a line of their own, they are not.
  expect(codes(tableOf(segments, new Set(['normative_documents', 'rules'])))).toEqual([
    'row.no_values normative_documents',
  ]);
  const solid = segments.map((row) => ({ ...row, solid: true }));
  expect(codes(tableOf(solid))).toEqual(['row.absent normative_documents']);
  expect(codes(tableOf(disclosureTable('2021', { more: loose })))).toEqual([]);
});

/* Labels in doubt. */

test('a doubtful label is an issue of its row', () => {
  const segments = disclosureTable('2021');
  // Four letters of six in its place.
  const vague = segment('行政甲处乙', '5', { headers: DISCLOSURE_HEADERS['2021']['20(6)'] as string[] });
  const index = at(segments, 'penalties');
  const table = tableOf(rowsOf(...segments.slice(0, index), vague, ...segments.slice(index + 1)));
  expect(rowOf(table, 'penalties', ['decisions'])).toBe('5');
  expect(table.issues).toMatchObject([
    {
      code: 'row.label_doubtful',
      at: { line: 4 },
      actual: '行政甲处乙',
      expected: 'label of penalties',
      fields: ['disclosure.penalties.decisions'],
    },
  ]);
});

test('a row out of the form’s order is read, with an issue', () => {
  const segments = disclosureTable('2021', { figures: { rules: null } });
  const table = tableOf(insertAfter(segments, 'penalties', disclosureRow('rules', '1 2 3')));
  expect(rowOf(table, 'rules')).toBe('1 2 3');
  expect(table.issues).toMatchObject([
    { code: 'row.order', at: { line: 4 }, actual: '规章', expected: 'the order of the form' },
  ]);
  expect(table.issues[0]?.fields).toEqual(NEW.map((column) => `disclosure.rules.${column}`));
});

test('the heads of a block are those over the row printed first, though it stands out of order', () => {
  const old = disclosureTable('2019', { figures: { licensing: null, other_services: null } });
  const headers = DISCLOSURE_HEADERS['2019']['20(5)'] ?? [];
  const label = '其他对外管理服务事项件';
  const first = segment(label, '4 5 6', { headers: [...headers, label] });
  const table = tableOf(insertAfter(old, 'normative_documents', first, disclosureRow('licensing', '1 2 3')));
  expect(table.forms['20(5)']).toBe('2019');
  expect(codes(table)).toEqual(['row.order other_services']);
  expect([rowOf(table, 'licensing', OLD), rowOf(table, 'other_services', OLD)]).toEqual(['1 2 3', '4 5 6']);
});

test('a row that is printed twice alike stands; where the prints differ the cells are ambiguous', () => {
  const segments = disclosureTable('2021', { figures: { rules: '1 2 3' } });
  const alike = tableOf(insertAfter(segments, 'rules', disclosureRow('rules', '1 2 3')));
  expect(rowOf(alike, 'rules')).toBe('1 2 3');
  expect(alike.issues).toEqual([
    {
      code: 'row.repeated',
      severity: 'warning',
      at: { line: 2 },
      actual: '规章',
      expected: 'each row once',
      fields: [],
    },
  ]);
  const other = tableOf(insertAfter(segments, 'rules', disclosureRow('rules', '1 _ 4')));
  expect(rowOf(other, 'rules')).toBe('1 ambiguous ambiguous');
  expect(other.issues.map(({ fields }) => fields)).toEqual([
    ['disclosure.rules.repealed', 'disclosure.rules.in_force'],
  ]);
});

test('a label is shortened in issues', () => {
  const label = `${'说明'.repeat(40)}规章`;
  const long = (row: string): Segment =>
    segment(row, '1 2 3', { headers: [...(DISCLOSURE_HEADERS['2021']['20(1)'] ?? []), row] });
  const [, ...rest] = disclosureTable('2021');
  const table = tableOf(
    rowsOf(disclosureRow('rules', '1 2 3', DISCLOSURE_HEADERS['2021']['20(1)']), long(label), ...rest),
  );
  for (const { actual } of table.issues) expect(actual.length).toBeLessThanOrEqual(60);
});

/* Rows that the form does not have. */

test('a row that the form does not have is kept apart under its block’s columns', () => {
  const more = segment(' 其他主动公开文件 ', '1 — 3', { headers: ['其他主动公开文件'] });
  const table = tableOf(insertAfter(disclosureTable('2021'), 'normative_documents', more));
  expect(table.extraRows).toEqual([
    {
      block: '20(1)',
      label: '其他主动公开文件',
      values: { issued: 1, repealed: null, in_force: 3 },
      cells: [
        { raw: '1', state: 'number', at: { line: 3, column: 1 } },
        { raw: '—', state: 'dash', at: { line: 3, column: 2 } },
        { raw: '3', state: 'number', at: { line: 3, column: 3 } },
      ],
    },
  ]);
  expect(table.issues).toEqual([
    {
      code: 'row.not_in_form',
      severity: 'info',
      at: { line: 3 },
      actual: '其他主动公开文件',
      expected: 'rows of the form',
      fields: [],
    },
  ]);
});

test('the label of an extra row is shortened in its issue alone', () => {
  const label = `其他${'主动公开'.repeat(20)}文件`;
  const table = tableOf(insertAfter(disclosureTable('2021'), 'rules', segment(label, '1 2 3')));
  expect(table.extraRows.map((row) => row.label)).toEqual([label]);
  expect(table.issues.map(({ actual }) => actual)).toEqual([label.slice(0, 60)]);
});

test('what an extra row means is told by the row before it', () => {
  const extras = (more: Segment, after: DisclosureRow): [string, string][] =>
    tableOf(insertAfter(disclosureTable('2021'), after, more)).extraRows.map(({ block, label }) => [
      block,
      label,
    ]);
  const other = segment('其他主动公开文件', '1');
  expect(extras(other, 'licensing')).toEqual([['20(5)', '其他主动公开文件']]);
  expect(extras(other, 'penalties')).toEqual([['20(6)', '其他主动公开文件']]);
  // Behind the last row, without a label, or under an item of its own it is no row of the table.
  expect(extras(other, 'administrative_fees')).toEqual([]);
  expect(extras(segment('', '1'), 'licensing')).toEqual([]);
  expect(extras(segment('', '1'), 'rules')).toEqual([]);
  expect(extras({ ...other, headers: ['第二十条第（七）项', '其他主动公开文件'] }, 'licensing')).toEqual([]);
  const before = rowsOf(other, ...disclosureTable('2021'));
  expect(tableOf(before).extraRows).toEqual([]);
});

/* What stands behind the figures. */

const OLD_DECISIONS = ['items_last_year', 'items_change', 'decisions'];
const PURCHASES = ['projects', 'amount_yuan'];

test('a line that closes every full row is no cell of the others', () => {
  const closed = (licensing: string, end: string) =>
    tableOf(
      disclosureTable('2019', {
        figures: {
          rules: `0 0 0${end}`,
          normative_documents: `0 0 0${end}`,
          licensing,
          other_services: `0 0 0${end}`,
          penalties: `0 0 0${end}`,
          compulsory_measures: `0 0 0${end}`,
          administrative_fees: `0 0${end}`,
          procurement: `0 0${end}`,
        },
        more: loose,
      }),
    );
  expect(rowOf(closed('16 . 120 .', ' .'), 'licensing', OLD_DECISIONS)).toBe('16 blank 120');
  expect(rowOf(closed('16 . 120 .', ''), 'licensing', OLD_DECISIONS)).not.toBe('16 blank 120');
});

test('a figure behind the last row is no cell where every other row has its own alone', () => {
  const last = (procurement: string, more: Partial<Segment> = loose) =>
    tableOf(disclosureTable('2019', { figures: { procurement }, more }));
  const stray = last('0 0 20');
  expect(rowOf(stray, 'procurement', PURCHASES)).toBe('0 0');
  expect(codes(stray)).toEqual(['row.values_surplus procurement']);
  expect(rowOf(last('0 0 20', {}), 'procurement', PURCHASES)).not.toBe('0 0');
  const other = change(
    disclosureTable('2019', { figures: { procurement: '0 0 20' }, more: loose }),
    'penalties',
    {
      values: tokens('1 2 3 4'),
    },
  );
  expect(rowOf(tableOf(other), 'procurement', PURCHASES)).not.toBe('0 0');
});

test('a count beside a bare amount may be two cells run together', () => {
  const table = tableOf(disclosureTable('2019', { figures: { procurement: '2677 20' }, more: loose }));
  expect(rowOf(table, 'procurement', PURCHASES)).toBe('2677 ambiguous');
  expect(codes(table)).toContain('cell.ambiguous procurement');
  const priced = tableOf(disclosureTable('2019', { figures: { procurement: '26 77元' }, more: loose }));
  expect(codes(priced)).toEqual([]);
});
