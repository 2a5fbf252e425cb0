/** Which form version each block of table 2 follows: its headers tell, then its figures, then the other blocks. */
import { expect, test } from 'vitest';
import {
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureRow,
  majorityForm,
} from '../../../lib/form/index';
import type { Assignment } from '../../../lib/read/fit/align';
import { blockForms, blockOf, fieldsOfEither } from '../../../lib/read/tables/disclosure-forms';
import { disclosureRow, headerCells, tokens } from '../tables';

type Rows = Partial<Record<DisclosureRow, string>>;

/** Rows of table 2 found in the order given. */
const found = (rows: Rows): Assignment[] =>
  Object.entries(rows).map(([row, marks], index) => ({
    segment: disclosureRow(row as DisclosureRow, tokens(marks, null, index + 1)),
    index,
    row,
    score: 1,
    unlabelled: false,
  }));

/** The version of each block and the codes of the issues. */
function formsOf(
  headers: Partial<Record<DisclosureBlock, string[]>>,
  rows: Rows,
): [Record<string, string>, string[]] {
  const { forms, issues } = blockForms(
    new Map(Object.entries(headers) as [DisclosureBlock, string[]][]),
    found(rows),
  );
  return [forms, issues.map(({ code }) => code)];
}

test('each row belongs to the block of its item', () => {
  expect(DISCLOSURE_ROWS.map(({ id }) => blockOf(id))).toEqual([
    '20(1)',
    '20(1)',
    '20(5)',
    '20(5)',
    '20(6)',
    '20(6)',
    '20(8)',
    '20(9)',
  ]);
});

test('a block in doubt has the fields of both versions, each once', () => {
  expect(fieldsOfEither('20(5)')).toEqual(
    ['licensing', 'other_services'].flatMap((row) =>
      ['items_last_year', 'items_change', 'decisions'].map((column) => `disclosure.${row}.${column}`),
    ),
  );
  expect(fieldsOfEither('20(8)')).toEqual(
    ['items_last_year', 'items_change', 'amount_10k_yuan'].map(
      (column) => `disclosure.administrative_fees.${column}`,
    ),
  );
  expect(fieldsOfEither('20(9)')).toEqual([
    'disclosure.procurement.projects',
    'disclosure.procurement.amount_yuan',
  ]);
});

test.each([
  [{}, null],
  [{ '20(1)': undefined }, null],
  [{ '20(1)': '2019' }, '2019'],
  [{ '20(1)': '2021' }, '2021'],
  [{ '20(1)': '2019', '20(5)': '2021' }, '2021'],
  [{ '20(1)': '2019', '20(5)': '2021', '20(6)': '2019' }, '2019'],
  [{ '20(1)': '2019', '20(5)': undefined }, '2019'],
] as const)('most blocks of %j follow %s', (forms, expected) => expect(majorityForm(forms)).toBe(expected));

test.each([
  ['20(1)', '本年新制作数量', '2019'],
  ['20(1)', '本年新公开数量', '2019'],
  ['20(1)', '对外公开总数量', '2019'],
  ['20(1)', '本年制发件数', '2021'],
  ['20(1)', '本年废止件数', '2021'],
  ['20(1)', '现行有效件数', '2021'],
  ['20(5)', '上一年项目数量', '2019'],
  ['20(5)', '本年增/减', '2019'],
  ['20(5)', '处理决定数量', '2021'],
  ['20(5)', '本年处理决定数量', '2021'],
  ['20(6)', '上一年项目数量', '2019'],
  ['20(6)', '处理决定数量', '2021'],
  ['20(8)', '上一年项目数量', '2019'],
  ['20(8)', '本年增/减', '2019'],
  ['20(8)', '本年收费金额（单位：万元）', '2021'],
] as const)('a block %s under %s is of %s, without an issue', (block, header, expected) => {
  expect(formsOf({ [block]: [header] }, {})).toEqual([{ [block]: expected }, []]);
});

test('the block of procurement is of the older form, whatever stands over it', () => {
  expect(formsOf({ '20(9)': [] }, { procurement: '1' })).toEqual([{ '20(9)': '2019' }, []]);
});

test('heads of both versions tell nothing', () => {
  expect(formsOf({ '20(1)': ['本年新制作数量', '现行有效件数'] }, { rules: '1 2 3' })).toEqual([
    { '20(1)': '2021' },
    ['table.form_undecided'],
  ]);
  expect(formsOf({ '20(8)': ['上一年项目数量', '本年收费金额'] }, { administrative_fees: '1 2' })).toEqual([
    { '20(8)': '2019' },
    ['table.form_inferred'],
  ]);
});

test('a head of another block’s columns tells nothing', () => {
  expect(formsOf({ '20(8)': ['处理决定数量'] }, {})).toEqual([{ '20(8)': '2021' }, ['table.form_undecided']]);
  expect(formsOf({ '20(1)': ['处理决定数量'] }, {})).toEqual([{ '20(1)': '2021' }, ['table.form_undecided']]);
});

const OLD = ['本年新制作数量'];
const NEW = ['本年制发件数'];

test.each([
  ['three figures are the older form’s', {}, { licensing: '1 2 3' }, '2019', 'table.form_inferred'],
  ['two figures too', {}, { licensing: '1 2' }, '2019', 'table.form_inferred'],
  ['also beside a newer block', { '20(1)': NEW }, { licensing: '1 2' }, '2019', 'table.form_inferred'],
  [
    'a row that only the older form has',
    {},
    { licensing: '1', other_services: '1' },
    '2019',
    'table.form_inferred',
  ],
  [
    'a row of the older form beside a newer block',
    { '20(1)': NEW },
    { licensing: '1', other_services: '1' },
    '2019',
    'table.form_inferred',
  ],
  ['one figure is the newer form’s', {}, { licensing: '1' }, '2021', 'table.form_inferred'],
  ['but beside an older block', { '20(1)': OLD }, { licensing: '1' }, '2019', 'table.form_inferred'],
  ['as beside a newer one', { '20(1)': NEW }, { licensing: '1' }, '2021', 'table.form_inferred'],
  ['blanks alone tell nothing', {}, { licensing: '_ _ _' }, '2021', 'table.form_undecided'],
  ['blanks beside an older block', { '20(1)': OLD }, { licensing: '_' }, '2019', 'table.form_inferred'],
] as const)('without heads %s', (_name, headers, rows, form, code) => {
  const [forms, codes] = formsOf({ ...(headers as Record<string, string[]>), '20(5)': [] }, rows);
  expect([forms['20(5)'], codes]).toEqual([form, [code]]);
});

test('figures of another block tell nothing of this one', () => {
  expect(
    formsOf({ '20(5)': [], '20(6)': ['本年处理决定数量'] }, { licensing: '1', penalties: '1 2 3' })[0][
      '20(5)'
    ],
  ).toBe('2021');
});

test('the first block has as many figures in both versions: the others tell', () => {
  expect(formsOf({ '20(1)': [] }, { rules: '1 2 3' })).toEqual([
    { '20(1)': '2021' },
    ['table.form_undecided'],
  ]);
  expect(formsOf({ '20(1)': [], '20(8)': ['上一年项目数量'] }, { rules: '1' })).toEqual([
    { '20(1)': '2019', '20(8)': '2019' },
    ['table.form_inferred'],
  ]);
});

test('the last head of the older form alone is not taken for the newer form', () => {
  // All its figures, or a row that the newer form does not have.
  expect(formsOf({ '20(5)': ['处理决定数量'] }, { licensing: '1 2 3' })).toEqual([
    { '20(5)': '2019' },
    ['table.form_inferred'],
  ]);
  expect(formsOf({ '20(5)': ['本年处理决定数量'] }, { licensing: '1', other_services: '1' })).toEqual([
    { '20(5)': '2019' },
    ['table.form_inferred'],
  ]);
  expect(formsOf({ '20(6)': ['处理决定数量'] }, { penalties: '1 2 3' })[0]).toEqual({ '20(6)': '2019' });
  // The other blocks, unless the header says 本年.
  expect(formsOf({ '20(1)': OLD, '20(6)': ['处理决定数量'] }, { penalties: '1' })).toEqual([
    { '20(1)': '2019', '20(6)': '2019' },
    ['table.form_inferred'],
  ]);
  expect(formsOf({ '20(1)': OLD, '20(6)': ['信息内容', '本年处理决定数量'] }, { penalties: '1' })).toEqual([
    { '20(1)': '2019', '20(6)': '2021' },
    [],
  ]);
  expect(formsOf({ '20(1)': NEW, '20(6)': ['处理决定数量'] }, { penalties: '1' })).toEqual([
    { '20(1)': '2021', '20(6)': '2021' },
    [],
  ]);
  // Two figures are neither form’s: the header stands.
  expect(formsOf({ '20(5)': ['处理决定数量'] }, { licensing: '1 2' })).toEqual([{ '20(5)': '2021' }, []]);
});

test('an issue names the fields of both versions and where the block stands', () => {
  const { issues } = blockForms(new Map([['20(8)', []]]), found({ rules: '1', administrative_fees: '1 2' }));
  expect(issues).toEqual([
    {
      code: 'table.form_inferred',
      severity: 'info',
      at: { line: 2 },
      actual: 'heads of columns lost',
      expected: 'the 2019 form',
      fields: fieldsOfEither('20(8)'),
    },
  ]);
});

test('a figure that was repeated for its span is one', () => {
  const [row] = found({ licensing: '5 5 5' }) as [Assignment];
  const under = {
    ...row,
    segment: {
      ...row.segment,
      values: tokens('5 5 5', 1),
      headerCells: headerCells(['处理决定', '处理决定', '处理决定'], 1),
    },
  };
  expect(blockForms(new Map([['20(5)', []]]), [under]).forms).toEqual({ '20(5)': '2021' });
});
