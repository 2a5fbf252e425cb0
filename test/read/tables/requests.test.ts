/** Table 3 as a whole: every cell with its value or a state, and an issue for whatever is in doubt. */
import { expect, test } from 'vitest';
import { REQUEST_COLUMNS, type RequestRow, requestFields, requestRows } from '../../../lib/form/index';
import { readRequests } from '../../../lib/read/tables/requests';
import type { Segment } from '../../../lib/read/lines/segments';
import type { RequestsTable } from '../../../lib/read/tables/read-table';
import { REQUEST_HEADERS, codesOf, read, requestRow, requestTable, rowsOf, segment, tokens } from '../tables';
import { columnSet } from '../../../lib/read/lines/tokens';

const COLUMNS = REQUEST_COLUMNS.map(({ id }) => id);
const NONE: ReadonlySet<string> = new Set();
const ZEROS = '0 0 0 0 0 0 0';
const ABSENT = Array(7).fill('absent').join(' ');
const UNREADABLE = Array(7).fill('unreadable').join(' ');

const rowOf = (table: RequestsTable, row: RequestRow): string => read(table, `requests.${row}`, COLUMNS);
const codes = (table: RequestsTable): string[] => codesOf(table.issues);

/** Table 3 read, and its rows by their cells. */
const tableOf = (segments: readonly Segment[], traces = NONE): RequestsTable =>
  readRequests(segments, null, traces);

/** The rows of a table with some others put in before the row named. */
function insert(table: readonly Segment[], before: RequestRow, ...rows: Segment[]): Segment[] {
  const mark = requestRow(before, '1').labels[0];
  const at = table.findIndex(({ labels }) => labels[0] === mark);
  return rowsOf(...table.slice(0, at), ...rows, ...table.slice(at));
}

test.each([
  ['2019', 161],
  ['2021', 175],
] as const)(
  'a table of the %s form is read cell by cell, each where it stands, without an issue',
  (form, count) => {
    const rows = requestRows(form);
    const figures = rows.map((_, row) => [row, row + 1, 0, 2, 0, row * 3, row * 5 + 3]);
    const table = tableOf(
      requestTable(form, Object.fromEntries(rows.map((row, index) => [row, figures[index]?.join(' ')]))),
    );
    expect(table.form).toBe(form);
    expect(table.issues).toEqual([]);
    expect(table.extraRows).toEqual([]);
    expect([...table.cells.keys()].sort()).toEqual(
      requestFields(form)
        .map(({ id }) => id)
        .sort(),
    );
    expect(table.cells.size).toBe(count);
    for (const [line, row] of rows.entries())
      for (const [column, id] of COLUMNS.entries())
        expect(table.cells.get(`requests.${row}.${id}`)).toEqual({
          raw: `${figures[line]?.[column]}`,
          state: 'number',
          at: { line: line + 1, column: column + 1 },
          value: figures[line]?.[column],
          issues: [],
        });
  },
);

test('blanks and dashes are no zeros and no doubt', () => {
  const table = tableOf(requestTable('2021', { partial: '1 _ _ — _ / 1', granted: '_ _ _ _ _ _ _' }));
  expect(rowOf(table, 'partial')).toBe('1 blank blank dash blank dash 1');
  expect(rowOf(table, 'granted')).toBe(Array(7).fill('blank').join(' '));
  expect(table.issues).toEqual([]);
});

test('no table is all cells absent, in the form of the rest of the report', () => {
  for (const [fallback, form, count] of [
    [null, '2021', 175],
    ['2021', '2021', 175],
    ['2019', '2019', 161],
  ] as const) {
    const table = readRequests([], fallback, NONE);
    expect(table.form).toBe(fallback);
    expect(table.cells.size).toBe(count);
    expect(requestRows(form).map((row) => rowOf(table, row))).toEqual(requestRows(form).map(() => ABSENT));
    expect(table.issues).toEqual([
      {
        code: 'table.absent',
        severity: 'error',
        at: null,
        actual: 'no rows of table 3',
        expected: '本年新收 … 结转下年度 with seven columns',
        fields: requestFields(form).map(({ id }) => id),
      },
    ]);
    expect(table.extraRows).toEqual([]);
  }
});

test('labels without figures are unreadable, not absent', () => {
  const table = readRequests([], '2021', new Set(['granted', 'partial']));
  expect(rowOf(table, 'granted')).toBe(UNREADABLE);
  expect(rowOf(table, 'carried_in')).toBe(ABSENT);
  expect(table.issues.map(({ code, actual }) => [code, actual])).toEqual([
    ['table.absent', 'labels without figures'],
  ]);
});

test('a row that is not there is absent, one whose label stands somewhere unreadable', () => {
  const segments = requestTable('2021', { partial: null, denied_third_party: null });
  const table = tableOf(segments, new Set(['denied_third_party', 'granted']));
  expect(rowOf(table, 'partial')).toBe(ABSENT);
  expect(rowOf(table, 'denied_third_party')).toBe(UNREADABLE);
  expect(rowOf(table, 'granted')).toBe(ZEROS);
  expect(table.issues.map(({ code, at, actual, expected }) => [code, at, actual, expected])).toEqual([
    ['row.absent', { line: 1 }, 'no such row', '部分公开区分处理的只计这一情形不计其他情形'],
    ['row.no_values', { line: 1 }, 'a label without figures', '保护第三方合法权益'],
  ]);
  expect(table.issues[0]?.fields).toEqual(COLUMNS.map((column) => `requests.partial.${column}`));
});

/* The form version. */

test('the rows of 其他处理 tell the form, whatever the rest of the report follows', () => {
  const formOf = (segments: readonly Segment[]): [string | null, string[]] => {
    const table = readRequests(segments, '2019', NONE);
    return [table.form, codes(table).filter((code) => code.startsWith('table'))];
  };
  const others = ['other_amendment_overdue', 'other_fee_overdue', 'other_misc'] as const;
  for (const kept of others) {
    const lost = Object.fromEntries(others.filter((row) => row !== kept).map((row) => [row, null]));
    expect([kept, ...formOf(requestTable('2021', lost))]).toEqual([kept, '2021', []]);
  }
  expect(readRequests(requestTable('2019'), '2021', NONE).form).toBe('2019');
});

test.each([
  [null, '2021', 'other_misc'],
  ['2021', '2021', 'other_misc'],
  ['2019', '2019', 'other_total'],
] as const)(
  'without a row of 其他处理 a report of form %s is taken for %s, and an issue says so',
  (fallback, form, row) => {
    const table = readRequests(requestTable('2019', { other_total: null }), fallback, NONE);
    expect(table.form).toBe(form);
    expect(rowOf(table, row)).toBe(ABSENT);
    const [inferred] = table.issues.filter(({ code }) => code === 'table.form_inferred');
    expect(inferred).toMatchObject({
      at: { line: 1 },
      actual: 'no row of 其他处理',
      expected: `rows of the ${form} form, as in the rest of the report`,
    });
    expect(codesOf(inferred ? [inferred] : [])).toEqual([
      'table.form_inferred other_amendment_overdue other_fee_overdue other_misc other_total',
    ]);
  },
);

test('a row without a label below the one of 其他处理 leaves the form in doubt', () => {
  const table = tableOf(insert(requestTable('2019'), 'outcomes_total', segment('', '0 0 0 0 0 1 1')));
  expect(table.form).toBe('2019');
  expect(table.issues.find(({ code }) => code === 'table.form_inferred')).toMatchObject({
    at: { line: 22 },
    actual: 'a row without a label below 其他处理',
    expected: 'one row of 其他处理 (2019) or three (2021)',
  });
  // Anywhere else it does not.
  const elsewhere = tableOf(insert(requestTable('2019'), 'other_total', segment('', '0 0 0 0 0 1 1')));
  expect(codes(elsewhere).filter((code) => code.startsWith('table'))).toEqual([]);
  const labelled = tableOf(
    insert(requestTable('2019'), 'outcomes_total', segment('备注说明事项', '0 0 0 0 0 1 1')),
  );
  expect(codes(labelled).filter((code) => code.startsWith('table'))).toEqual([]);
});

/* Labels in doubt. */

test('a row that lost its label is read where its place leaves no choice, and an issue says so', () => {
  const bare = segment('', '1 2 3 4 5 6 21');
  const table = tableOf(insert(requestTable('2021', { partial: null }), 'denied_state_secret', bare));
  expect(rowOf(table, 'partial')).toBe('1 2 3 4 5 6 21');
  expect(table.issues).toMatchObject([
    {
      code: 'row.unlabelled',
      at: { line: 4 },
      actual: 'a row of values without a label',
      expected: 'label of partial',
    },
  ]);
  expect(codes(table)).toEqual(['row.unlabelled partial']);
});

test('a row without a label for two places is read as neither', () => {
  const bare = segment('', '1 2 3 4 5 6 21');
  const lost = { partial: null, denied_state_secret: null };
  const table = tableOf(insert(requestTable('2021', lost), 'denied_prohibited_by_law', bare));
  expect([rowOf(table, 'partial'), rowOf(table, 'denied_state_secret')]).toEqual([ABSENT, ABSENT]);
  expect(codes(table)).toEqual(['row.absent partial', 'row.absent denied_state_secret', 'row.unlabelled']);
  expect(table.issues.at(-1)).toMatchObject({
    at: { line: 4 },
    actual:
      '7 values without a label between carried_in and granted and denied_prohibited_by_law and denied_security_stability',
    expected: 'a label for every row',
  });
});

test('a row without a label beside one that found no place is not read', () => {
  const bare = (): Segment => segment('', '1 2 3 4 5 6 21');
  const rows = insert(requestTable('2021', { partial: null }), 'denied_state_secret', bare(), bare());
  const table = tableOf(rows);
  expect(rowOf(table, 'partial')).toBe(ABSENT);
  expect(codes(table)).toEqual(['row.absent partial', 'row.unlabelled', 'row.unlabelled']);
});

test('what stands without a label may be what the blank cells beside it lack', () => {
  const blank = { granted: '_ _ _ _ _ _ _', carried_in: '1 _ _ _ _ _ 1', new_requests: '_ 1 _ _ _ _ 1' };
  const table = tableOf(insert(requestTable('2021', blank), 'partial', segment('', '3 3')));
  const stray = table.issues.find(({ code }) => code === 'row.unlabelled');
  expect(stray?.actual).toBe(
    '2 values without a label between carried_in and granted and partial and denied_state_secret',
  );
  expect(stray?.fields).toEqual([
    ...COLUMNS.slice(1, 6).map((column) => `requests.carried_in.${column}`),
    ...COLUMNS.map((column) => `requests.granted.${column}`),
  ]);
});

test('blanks without a label are nothing', () => {
  const table = tableOf(insert(requestTable('2021'), 'partial', segment('', '_ _ _')));
  expect(table.issues).toEqual([]);
});

test.each([
  // A number alone.
  ['（二）', true],
  // A label cut off.
  ['（二）部分公开（区分处理的', false],
])('the label %s is in doubt: %s', (label, isDoubtful) => {
  const table = tableOf(
    insert(requestTable('2021', { partial: null }), 'denied_state_secret', segment(label, '1 0 0 0 0 0 1')),
  );
  expect(rowOf(table, 'partial')).toBe('1 0 0 0 0 0 1');
  expect(codes(table)).toEqual(isDoubtful ? ['row.label_doubtful partial'] : []);
  const expected = isDoubtful ? [{ at: { line: 4 }, actual: label, expected: 'label of partial' }] : [];
  expect(table.issues).toMatchObject(expected);
});

test('long labels are shortened in issues', () => {
  const label = `${'说明'.repeat(40)}（二）`;
  const table = tableOf(insert(requestTable('2021'), 'partial', segment(label, '1 0 0 0 0 0 1')));
  expect(table.issues.map(({ code, actual }) => [code, actual.length])).toEqual([['row.not_in_form', 60]]);
  expect(table.extraRows.map((row) => row.label)).toEqual([label]);
});

test('a row out of the form’s order is read, with an issue', () => {
  const rows = requestTable('2021', { carried_in: null });
  const table = tableOf(insert(rows, 'denied_third_party', requestRow('carried_in', '4 0 0 0 0 0 4')));
  expect(rowOf(table, 'carried_in')).toBe('4 0 0 0 0 0 4');
  expect(codes(table)).toEqual(['row.order carried_in']);
  expect(table.issues).toMatchObject([
    { at: { line: 7 }, actual: '二、上年结转政府信息公开申请数量', expected: 'the order of the form' },
  ]);
});

/* Rows that the form does not have. */

test('a row that the form does not have is kept apart with its cells', () => {
  const more = segment(['甲事项', ' 其中：本单位自行办理事项 '], '1 2 — _ 5 6 14');
  const table = tableOf(insert(requestTable('2021'), 'partial', more));
  expect(table.extraRows).toEqual([
    {
      block: 'requests',
      label: '其中：本单位自行办理事项',
      values: {
        natural_person: 1,
        org_commercial: 2,
        org_research: null,
        org_public_interest: null,
        org_legal_service: 5,
        org_other: 6,
        total: 14,
      },
      cells: ['1', '2', '—', '', '5', '6', '14'].map((raw, column) => ({
        raw,
        state: raw === '—' ? 'dash' : raw === '' ? 'blank' : 'number',
        at: { line: 4, column: column + 1 },
      })),
    },
  ]);
  expect(table.issues).toEqual([
    {
      code: 'row.not_in_form',
      severity: 'info',
      at: { line: 4 },
      actual: '其中：本单位自行办理事项',
      expected: 'rows of the form',
      fields: [],
    },
  ]);
});

test('an extra row is not held to the form’s sums', () => {
  const table = tableOf(
    insert(requestTable('2021'), 'partial', segment('其中本单位自行办理事项', '9 1 2 3 4 5 6 21')),
  );
  // Eight figures: any of them may be one too many, whatever adds up.
  expect(Object.values(table.extraRows[0]?.values ?? {})).toEqual(Array(7).fill(null));
});

test('a piece of a label leaves the rows beside it in doubt', () => {
  const fieldsOf = (label: string): string[] =>
    codes(tableOf(insert(requestTable('2021'), 'partial', segment(label, ZEROS))));
  expect(fieldsOf('备注')).toEqual(['row.not_in_form granted partial']);
  expect(fieldsOf('备注项')).toEqual(['row.not_in_form']);
});

test('rows outside the table are none of it', () => {
  const stray = (): Segment => segment('全年召开工作例会次数', '3 0 0 0 0 0 3');
  expect(codes(tableOf(rowsOf(stray(), ...requestTable('2021'), stray(), segment('', '1 2'))))).toEqual([]);
  const table = tableOf(rowsOf(...requestTable('2021'), stray()));
  expect(table.extraRows).toEqual([]);
  // Without its first row nothing tells where the table begins but its first row that is there.
  const headless = tableOf(rowsOf(stray(), ...requestTable('2021', { new_requests: null }), stray()));
  expect(headless.extraRows).toEqual([]);
  expect(codes(headless)).toEqual(['row.absent new_requests']);
});

test('a label behind the end of the table is not the row again', () => {
  const tail = [segment('全年召开工作例会次数', '3'), requestRow('granted', '9 0 0 0 0 0 9')];
  const table = tableOf(rowsOf(...requestTable('2021'), ...tail));
  expect(rowOf(table, 'granted')).toBe(ZEROS);
  expect(codes(table)).toEqual([]);
});

test('a row without a label behind the last label is no row', () => {
  const table = tableOf(rowsOf(...requestTable('2021', { carried_out: null }), segment('', '1 0 0 0 0 0 1')));
  expect(rowOf(table, 'carried_out')).toBe(ABSENT);
  expect(codes(table)).toEqual(['row.absent carried_out']);
});

/* Rows and tables twice. */

test('a row that is printed twice alike stands, and the issue names no cell', () => {
  const again = requestRow('granted', '1 0 0 0 0 0 1');
  const table = tableOf(insert(requestTable('2021', { granted: '1 0 0 0 0 0 1' }), 'partial', again));
  expect(rowOf(table, 'granted')).toBe('1 0 0 0 0 0 1');
  expect(table.issues).toEqual([
    {
      code: 'row.repeated',
      severity: 'warning',
      at: { line: 4 },
      actual: '（一）予以公开',
      expected: 'each row once',
      fields: [],
    },
  ]);
});

test('where a row that is printed twice differs its cells are ambiguous', () => {
  const again = requestRow('granted', '1 0 3 0 0 0 _');
  const table = tableOf(insert(requestTable('2021', { granted: '1 0 2 0 0 0 3' }), 'partial', again));
  expect(rowOf(table, 'granted')).toBe('1 0 ambiguous 0 0 0 ambiguous');
  expect(table.cells.get('requests.granted.org_research')?.raw).toBe('2 | 3');
  expect(table.issues.map(({ code, fields }) => [code, fields])).toEqual([
    ['row.repeated', ['requests.granted.org_research', 'requests.granted.total']],
  ]);
});

test('a label again beside blanks is no second row', () => {
  const table = tableOf(insert(requestTable('2021'), 'partial', requestRow('granted', '_ _ _ _ _ _ _')));
  expect(codes(table)).toEqual([]);
});

test('a row of the other form version printed twice is none of this one', () => {
  const rows = insert(
    requestTable('2021'),
    'outcomes_total',
    requestRow('other_total', ZEROS),
    requestRow('other_total', ZEROS),
  );
  const table = tableOf(rows);
  expect(table.form).toBe('2021');
  expect(table.cells.has('requests.other_total.total')).toBe(false);
  expect(table.extraRows.map(({ label }) => label)).toEqual(['（六）其他处理']);
  expect(codes(table)).toEqual(['row.not_in_form']);
});

test('a table that is printed twice alike stands, and nothing is in doubt', () => {
  const table = tableOf(rowsOf(...requestTable('2021'), ...requestTable('2021')));
  expect(requestRows('2021').map((row) => rowOf(table, row))).toEqual(requestRows('2021').map(() => ZEROS));
  expect(table.issues).toEqual([]);
});

test('where two tables differ the cells are ambiguous, and rows of one alone stand', () => {
  const first = requestTable('2021', { granted: '1 0 0 0 0 0 1' });
  const second = requestTable('2021', { granted: '2 0 0 0 0 0 2', partial: null });
  const table = tableOf(rowsOf(...second, ...first));
  expect(rowOf(table, 'granted')).toBe('ambiguous 0 0 0 0 0 ambiguous');
  expect(table.cells.get('requests.granted.total')?.raw).toBe('1 | 2');
  expect(rowOf(table, 'partial')).toBe(ZEROS);
  expect(table.issues[0]?.at).toEqual({ line: 1 });
  expect(table.issues.map(({ code, actual, fields }) => [code, actual, fields])).toEqual([
    [
      'table.repeated',
      'table 3 twice, 2 cells differ',
      ['requests.granted.natural_person', 'requests.granted.total'],
    ],
  ]);
});

test('labels elsewhere in the report are no trace of a second table’s rows', () => {
  const traces = new Set(['partial']);
  const table = tableOf(rowsOf(...requestTable('2021'), ...requestTable('2021', { partial: null })), traces);
  expect(rowOf(table, 'partial')).toBe(ZEROS);
  expect(codes(table)).toEqual([]);
});

/* Figures in doubt. */

test('figures beside a blank total are named: nothing says that they stand in their columns', () => {
  const table = tableOf(requestTable('2021', { granted: '1 _ 2 _ _ _ _', partial: '0 0 0 0 0 0 —' }));
  expect(rowOf(table, 'granted')).toBe('1 blank 2 blank blank blank blank');
  expect(table.issues.map(({ code, actual, fields }) => [code, actual, fields])).toEqual([
    [
      'row.total_blank',
      '1, 2 beside a blank total',
      ['requests.granted.natural_person', 'requests.granted.org_research', 'requests.granted.total'],
    ],
  ]);
});

test('a figure lost from a row leaves it open, unless the sums of the other rows tell', () => {
  const flow = {
    new_requests: '5 0 0 0 0 0 5',
    carried_in: '1 0 0 0 0 0 1',
    granted: '4 0 0 0 0 0 4',
    outcomes_total: '4 0 0 0 0 0 4',
  };
  // 2 and 2 were left of carried_out, of which 5 + 1 − 4 is one in the first column and one in the last.
  const table = tableOf(requestTable('2021', { ...flow, carried_out: '2 0 0 0 0 0 0 2' }));
  expect(rowOf(table, 'carried_out')).toBe('2 0 0 0 0 0 2');
  expect(codes(table)).toEqual(['row.values_surplus carried_out', 'cell.settled_by_arithmetic carried_out']);
  // 3 + 0 = 3 and 0 + 3 = 3: the row alone does not tell, the flow does.
  const two = tableOf(requestTable('2021', { ...flow, carried_out: '2 0 2 0 0 0 0 2' }));
  expect(rowOf(two, 'carried_out')).toBe('2 0 0 0 0 0 2');
  expect(codes(two)).toContain('cell.settled_by_arithmetic carried_out');
  // Without the incoming ones it does not.
  const open = tableOf(requestTable('2021', { ...flow, new_requests: null, carried_out: '2 0 2 0 0 0 0 2' }));
  expect(rowOf(open, 'carried_out')).toMatch(/^ambiguous/);
  expect(codes(open)).toContain('cell.ambiguous carried_out');
});

test('a row that adds up in no way is left open', () => {
  const table = tableOf(requestTable('2021', { granted: '7 0 0 0 0 2 1 1' }));
  expect(rowOf(table, 'granted')).toBe(Array(7).fill('ambiguous').join(' '));
  expect(codes(table)).toEqual(['row.values_surplus granted', 'cell.ambiguous granted']);
});

test('an unlabelled row’s figures take part in the sums of the columns', () => {
  const figures = {
    new_requests: '5 0 0 0 0 0 5',
    carried_in: '1 0 0 0 0 0 1',
    granted: '4 0 0 0 0 0 4',
    partial: null,
    outcomes_total: '4 0 0 0 0 0 4',
  };
  const rows = insert(
    requestTable('2021', { ...figures, carried_out: '2 0 0 0 0 0 2' }),
    'denied_state_secret',
    segment('', ZEROS),
  );
  expect(codes(tableOf(rows))).toEqual(['row.unlabelled partial']);
});

/* Heads. */

const withHeads = (...headers: string[][]): RequestsTable => {
  const rows = requestTable('2021');
  return tableOf(
    rows.map((row, index) =>
      headers[index] ? { ...row, headers: [...headers[index], ...row.labels] } : row,
    ),
  );
};

test.each([
  ['those of the form', REQUEST_HEADERS],
  ['those of the form in one line', ['自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计']],
  ['two of them', ['商业企业', '自然人']],
  ['one of them twice', ['自然人', '商业企业', '科研机构', '商业企业', '法律服务机构']],
  ['some of them', ['自然人', '科研机构', '法律服务机构', '总计']],
  ['two organisations the other way round, and no others', ['科研机构', '商业企业']],
  ['persons behind organisations', ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '自然人']],
  ['其他 before organisations, as over all of them', ['其他', '商业企业', '科研机构', '社会公益组织']],
  ['the total above the persons’ line', ['自然人', '总计', '商业企业', '科研机构']],
])('heads in the form’s order leave no doubt: %s', (_name, headers) => {
  expect(withHeads(headers).issues).toEqual([]);
});

test.each([
  [
    'organisations in another order',
    ['自然人', '科研机构', '商业企业', '社会公益组织', '法律服务机构', '其他', '总计'],
    'natural_person org_research org_commercial org_public_interest org_legal_service org_other total',
  ],
  [
    'the total first',
    ['总计', '自然人', '商业企业', '科研机构'],
    'total natural_person org_commercial org_research',
  ],
  [
    'in one line of text',
    ['总计 自然人 商业企业 科研机构 社会公益组织'],
    'total natural_person org_commercial org_research org_public_interest',
  ],
])('heads in another order leave every cell in doubt: %s', (_name, headers, said) => {
  const table = withHeads(headers);
  expect(table.issues).toMatchObject([
    {
      code: 'header.differs',
      at: { line: 1 },
      actual: said,
      expected: 'natural_person org_commercial org_research org_public_interest org_legal_service org_other',
    },
  ]);
  expect(table.issues[0]?.fields).toEqual(requestFields('2021').map(({ id }) => id));
});

test('heads are those above the first or the second row', () => {
  const mixed = ['自然人', '科研机构', '商业企业', '社会公益组织'];
  expect(withHeads([], mixed).issues.map(({ code }) => code)).toEqual(['header.differs']);
  expect(withHeads(mixed.slice(0, 2), mixed.slice(2)).issues.map(({ code }) => code)).toEqual([
    'header.differs',
  ]);
  expect(withHeads([], [], mixed).issues).toEqual([]);
});

test('the place of a table is that of its first row', () => {
  const table = tableOf(
    rowsOf(segment('全年召开工作例会次数', '3'), ...requestTable('2021', { other_misc: null })),
  );
  expect(table.issues.map(({ code, at }) => [code, at])).toEqual([['row.absent', { line: 2 }]]);
});

test('figures in the columns of the table’s other rows are read by them', () => {
  const grid = requestTable('2021', {}, { columns: columnSet('grid', 0) }).map((row, index) => ({
    ...row,
    values: tokens(index === 2 ? '_ _ 1 _ _ _ _ 1 _' : '_ 1 0 0 0 0 0 1 _', 2, index + 1),
  }));
  const table = tableOf(grid);
  // By itself the row could as well begin in the column of its first figure.
  expect(rowOf(table, 'granted')).toBe('blank 1 blank blank blank blank 1');
  expect(codes(table)).toEqual([]);
});
