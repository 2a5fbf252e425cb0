/** A document's three tables together: what is found, what is not, and in which form. */
import { expect, test } from 'vitest';
import type { Block, Document, Grid } from '../../lib/document';
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  type FormVersion,
  PROCEEDING_FIELDS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  disclosureFields,
  requestFields,
  requestRows,
} from '../../lib/form';
import { readTables } from '../../lib/read';
import { DISCLOSURE_HEADERS, DISCLOSURE_LABELS } from './tables';

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

const documentOf = (...blocks: Block[]): Document => ({
  format: 'html',
  encoding: 'utf-8',
  title: null,
  meta: {},
  url: null,
  blocks,
  issues: [],
});

const paragraphs = (...texts: string[]): Block[] =>
  texts.map((text, index) => ({ kind: 'paragraph', text, at: { line: index + 1 } }));

/** A table of cells of one column each. */
const gridOf = (number: number, rows: readonly (readonly string[])[]): Grid => ({
  kind: 'grid',
  width: Math.max(...rows.map((row) => row.length)),
  at: { table: number },
  rows: rows.map((row, index) =>
    row.map((text, column) => ({
      text,
      row: index,
      column,
      rowspan: 1,
      colspan: 1,
      at: { table: number, row: index + 1, cell: column + 1 },
    })),
  ),
});

const disclosureGrid = (form: FormVersion): Grid =>
  gridOf(
    1,
    DISCLOSURE_BLOCKS.flatMap(({ id }) => {
      const [item = '', ...headers] = DISCLOSURE_HEADERS[form][id] ?? [];
      const { rows = [], columns = [] } = DISCLOSURE_FORMS[form][id] ?? {};
      if (rows.length === 0) return [];
      const figures = (row: number): string[] => columns.map((_, column) => `${row + column}`);
      return [[item], headers, ...rows.map((row, index) => [DISCLOSURE_LABELS[row], ...figures(index)])];
    }),
  );

const labelOf = (id: string): string => {
  const row = REQUEST_ROWS.find((each) => each.id === id);
  return `${row?.no}${row?.zh}`;
};

/** Each row one request of a natural person, its total too. */
const requestGrid = (form: FormVersion): Grid =>
  gridOf(2, [
    ['', ...REQUEST_COLUMNS.map(({ zh }) => zh)],
    ...requestRows(form).map((id) => [labelOf(id), '1', '0', '0', '0', '0', '0', '1']),
  ]);

const proceedingGrid = (): Grid =>
  gridOf(3, [
    ['行政复议', '', '', '', '', '行政诉讼'],
    ['', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉'],
    [...RESULTS, ...RESULTS, ...RESULTS],
    ['1', '0', '0', '2', '3', '0', '0', '0', '0', '0', '4', '0', '0', '0', '4'],
  ]);

test.each(['2019', '2021'] as const)(
  'the three tables of a %s report are read in full, without an issue',
  (form) => {
    const tables = readTables(documentOf(disclosureGrid(form), requestGrid(form), proceedingGrid()));
    const blocks = DISCLOSURE_BLOCKS.filter(({ id }) => DISCLOSURE_FORMS[form][id]);
    expect(tables.forms).toEqual({
      disclosure: Object.fromEntries(blocks.map(({ id }) => [id, form])),
      requests: form,
    });
    expect(tables.issues.filter(({ code }) => code !== 'cell.unit_missing')).toEqual([]);
    expect(tables.extra_rows).toEqual([]);
    expect(tables.tablesFound).toBe(3);
    expect(Object.keys(tables.cells).sort()).toEqual(
      [
        ...requestFields(form),
        ...PROCEEDING_FIELDS,
        ...DISCLOSURE_BLOCKS.flatMap(({ id }) => disclosureFields(id, form)),
      ]
        .map(({ id }) => id)
        .sort(),
    );
    expect(tables.proceedings).toEqual({
      reconsideration: { upheld: 1, corrected: 0, other_result: 0, pending: 2, total: 3 },
      litigation_direct: { upheld: 0, corrected: 0, other_result: 0, pending: 0, total: 0 },
      litigation_after_reconsideration: { upheld: 4, corrected: 0, other_result: 0, pending: 0, total: 4 },
    });
    expect(Object.keys(tables.requests)).toHaveLength(form === '2019' ? 23 : 25);
    expect(tables.requests.carried_out).toEqual({
      natural_person: 1,
      org_commercial: 0,
      org_research: 0,
      org_public_interest: 0,
      org_legal_service: 0,
      org_other: 0,
      total: 1,
    });
    expect(tables.disclosure.normative_documents).toEqual(
      form === '2019'
        ? { new_made: 1, newly_disclosed: 2, disclosed_total: 3 }
        : { issued: 1, repealed: 2, in_force: 3 },
    );
    expect(tables.cells['proceedings.reconsideration.pending']).toEqual({
      raw: '2',
      state: 'number',
      at: { table: 3, row: 4, cell: 4 },
    });
  },
);

test('a document without tables has every cell of the newer form absent', () => {
  const tables = readTables(documentOf(...paragraphs('一、总体情况', '全年主动公开信息三百条。')));
  expect(tables.tablesFound).toBe(0);
  expect(tables.forms).toEqual({ disclosure: {}, requests: null });
  expect(new Set(Object.values(tables.cells).map(({ state }) => state))).toEqual(new Set(['absent']));
  expect(Object.keys(tables.cells)).toHaveLength(175 + 15 + 10);
  expect(tables.requests.granted?.total).toBeNull();
  expect(
    tables.issues.filter(({ code }) => code === 'table.absent').map(({ fields }) => fields.length),
  ).toEqual([10, 175, 15]);
  expect(tables.extra_rows).toEqual([]);
});

test('each table counts by itself', () => {
  const found = (...grids: Grid[]): number => readTables(documentOf(...grids)).tablesFound;
  expect(found(disclosureGrid('2021'))).toBe(1);
  expect(found(requestGrid('2021'))).toBe(1);
  expect(found(proceedingGrid())).toBe(1);
  expect(found(requestGrid('2021'), proceedingGrid())).toBe(2);
});

test('table 3 without its own sign is of the form that most blocks of table 2 show', () => {
  const rows = requestGrid('2019').rows.filter((cells) => cells[0]?.text !== labelOf('other_total'));
  const grid = { ...requestGrid('2019'), rows };
  expect(readTables(documentOf(disclosureGrid('2019'), grid)).forms.requests).toBe('2019');
  expect(readTables(documentOf(disclosureGrid('2021'), grid)).forms.requests).toBe('2021');
  expect(readTables(documentOf(disclosureGrid('2019'))).requests.other_total).toBeDefined();
});

test('extra rows of all tables are kept', () => {
  const grid = requestGrid('2021');
  const extra = ['其中：本单位自行办理事项', '1', '0', '0', '0', '0', '0', '1'];
  const more = gridOf(2, [
    ...grid.rows.slice(0, 5).map((row) => row.map(({ text }) => text)),
    extra,
    ...grid.rows.slice(5).map((row) => row.map(({ text }) => text)),
  ]);
  const tables = readTables(documentOf(more));
  expect(tables.extra_rows.map(({ block, label }) => [block, label])).toEqual([['requests', extra[0]]]);
  expect(tables.issues.map(({ code }) => code)).toContain('row.not_in_form');
});

/* Labels whose figures were lost. */

const LABELS = [
  'new_requests',
  'carried_in',
  'granted',
  'denied_third_party',
  'unable_not_held',
  'unable_unclear',
].map(labelOf);
const OTHER_LABELS = ['规章', '行政处罚'];

const statesOf = (tables: ReturnType<typeof readTables>, ...fields: string[]): (string | undefined)[] =>
  fields.map((field) => tables.cells[field]?.state);

test('eight labels without figures are tables whose figures were lost, seven are words', () => {
  const eight = readTables(documentOf(...paragraphs(...LABELS, ...OTHER_LABELS)));
  expect(
    statesOf(
      eight,
      'requests.granted.total',
      'requests.unable_unclear.org_other',
      'disclosure.rules.issued',
      'disclosure.penalties.decisions',
    ),
  ).toEqual(Array(4).fill('unreadable'));
  expect(statesOf(eight, 'requests.partial.total', 'disclosure.licensing.decisions')).toEqual([
    'absent',
    'absent',
  ]);
  expect(eight.issues.filter(({ code }) => code === 'table.absent').map(({ actual }) => actual)).toContain(
    'labels without figures',
  );
  const seven = readTables(documentOf(...paragraphs(...LABELS, '规章')));
  expect(statesOf(seven, 'requests.granted.total', 'disclosure.rules.issued')).toEqual(['absent', 'absent']);
  // The same label again is no more.
  const again = readTables(documentOf(...paragraphs(...LABELS, '规章', '规章')));
  expect(statesOf(again, 'requests.granted.total')).toEqual(['absent']);
});

test('a label in doubt, or within a long text, is no trace of its row', () => {
  const stateWith = (text: string): string | undefined =>
    statesOf(
      readTables(documentOf(...paragraphs(...LABELS, ...OTHER_LABELS, text))),
      'requests.denied_enforcement_files.total',
    )[0];
  expect(stateWith('7.属于行政执法案卷')).toBe('unreadable');
  expect(stateWith('属于行政案卷')).toBe('absent');
  expect(stateWith(`${'说明'.repeat(35)}属于行政执法案卷`)).toBe('unreadable');
  expect(stateWith(`${'说明'.repeat(37)}属于行政执法案卷`)).toBe('absent');
});

test('heads of table 4 without figures are a table that cannot be read', () => {
  const tables = readTables(documentOf(gridOf(3, [['行政复议'], RESULTS])));
  expect(statesOf(tables, 'proceedings.reconsideration.total')).toEqual(['unreadable']);
  expect(tables.tablesFound).toBe(1);
});

/* What is a label and what is a header. */

test('a row of blanks is a row under a label of the form, and none under any other text', () => {
  const row = (label: string): string | undefined => {
    const rows = requestGrid('2021').rows.map((cells) => cells.map(({ text }) => text));
    const at = rows.findIndex(([first]) => first === labelOf('partial'));
    rows[at] = [label, '', '', '', '', '', '', ''];
    return statesOf(readTables(documentOf(gridOf(2, rows))), 'requests.partial.total')[0];
  };
  expect(row('（二）部分公开')).toBe('blank');
  expect(row('（二）部分公开（区分处理的，只计这一情形')).toBe('blank');
  expect(row('说明事项若干')).toBe('absent');
});

test('a row of heads is none of the figures’', () => {
  const rows = proceedingGrid().rows.map((cells) => cells.map(({ text }) => text));
  const table = readTables(documentOf(gridOf(3, rows)));
  expect(
    table.issues.filter(({ fields }) => fields.some((field) => field.startsWith('proceedings'))),
  ).toEqual([]);
  // 总计 beside other headers is no row of table 3.
  expect(statesOf(table, 'requests.outcomes_total.total')).toEqual(['absent']);
});
