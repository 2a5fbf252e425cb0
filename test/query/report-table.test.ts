import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  LIST_COLUMNS,
  listColumn,
  parseColumns,
  parseSorts,
  serializeSorts,
  SORT_NAMES,
  type Sort,
} from '../../lib/filters/columns';
import { operandById } from '../../lib/filters/operands';
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import { type Corpus, selectAgencies, selectCells, selectReportTable } from '../../lib/query';
import type { ReportRecord } from '../../lib/record';
import { synthesizeRecords } from '../../lib/synth';
import { keptCorpus } from '../store/kept-corpus';
import { record } from '../store/small-corpus';
import { valueIn } from './plain-conditions';

const SYNTHETIC = { reports: 400, seed: 12 };
let records: Map<string, ReportRecord>;
let corpus: Corpus;
beforeAll(async () => {
  const made = [...synthesizeRecords(SYNTHETIC)];
  records = new Map(made.map((record) => [record.id, record]));
  corpus = await keptCorpus({ synthetic: SYNTHETIC }, 'demo');
});

const ALL: Filters = { ...DEFAULT_FILTERS, basis: 'all', corpus: 'demo' };
const recordOf = (id: unknown): ReportRecord => {
  const record = records.get(String(id));
  if (!record) throw new Error(`no record ${String(id)}`);
  return record;
};

const sorts = fc
  .uniqueArray(fc.constantFrom(...SORT_NAMES), { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.tuple(...names.map((by) => fc.record({ by: fc.constant(by), descending: fc.boolean() }))),
  );
const columns = fc.uniqueArray(fc.constantFrom(...LIST_COLUMNS.map(({ id }) => id)), {
  minLength: 1,
  maxLength: 6,
});

test('columns and sorts in an address are read back as they were, and what is none is named', () => {
  fc.assert(
    fc.property(sorts, columns, (order, ids) => {
      expect(parseSorts(serializeSorts(order))).toEqual({ good: order, bad: [] });
      expect(parseColumns(ids.join(','))).toEqual({ good: ids, bad: [] });
    }),
  );
  expect(parseColumns('year,secret,year')).toEqual({ good: ['year'], bad: ['secret'] });
  expect(parseSorts('-year,source_url,--year')).toEqual({
    good: [{ by: 'year', descending: true }],
    bad: ['source_url', '--year'],
  });
});

/** Rows of all pages, walked by cursor. */
async function walk(ids: readonly string[], order: readonly Sort[], pageSize: number) {
  const rows = [];
  let after: string | null = null;
  do {
    const cursor: { after?: string } = after === null ? {} : { after };
    const page = await selectReportTable(corpus, ALL, { columns: ids, sorts: order, pageSize, ...cursor });
    expect(page.meta.first_row).toBe(rows.length + 1);
    rows.push(...page.rows);
    after = page.meta.next;
  } while (after !== null);
  return rows;
}

test('pages by cursor give every report once, in the order and with the values of one big page', async () => {
  await fc.assert(
    fc.asyncProperty(sorts, columns, fc.constantFrom(137, 200, 399, 400), async (order, ids, pageSize) => {
      const whole = await selectReportTable(corpus, ALL, { columns: ids, sorts: order, pageSize: 1000 });
      expect(whole.meta.next).toBeNull();
      expect(await walk(ids, order, pageSize)).toEqual(whole.rows);
      expect(new Set(whole.rows.map((row) => row.values.report_id)).size).toBe(records.size);
    }),
    { numRuns: 10, seed: 20261122 },
  );
});

test('values are those of the record, rates come with both sides, and an empty cell says why it is empty', async () => {
  await fc.assert(
    fc.asyncProperty(columns, async (ids) => {
      const table = await selectReportTable(corpus, ALL, { columns: ids, pageSize: 1000 });
      for (const { values, states } of table.rows) {
        const record = recordOf(values.report_id);
        for (const id of ids.filter(operandById))
          expect([record.id, id, values[id]]).toEqual([record.id, id, valueIn(record, id)]);
        const fields = ids.filter((each) => listColumn(each)?.group === 'field');
        for (const id of fields.filter((each) => record.cells[each]?.state !== 'number'))
          expect([record.id, id, states[id]]).toEqual([record.id, id, record.cells[id]?.state]);
        const rates = ids.filter((each) => listColumn(each)?.kind === 'rate');
        for (const id of rates.filter((each) => values[each] !== null))
          expect(Number(values[`${id}_numerator`]) / Number(values[`${id}_denominator`])).toBe(values[id]);
      }
    }),
    { numRuns: 8, seed: 7 },
  );
});

test('a sort puts values in order and reports without one last, either way', async () => {
  for (const by of ['requests.granted.org_other', 'denial_rate', 'published', 'agency', 'findings'])
    for (const descending of [false, true]) {
      const { rows } = await selectReportTable(corpus, ALL, {
        columns: [by],
        sorts: [{ by, descending }],
        pageSize: 1000,
      });
      const values = rows.map((row) => row.values[by] ?? null);
      const present = values.filter((value) => value !== null);
      expect(values.slice(present.length).every((value) => value === null)).toBe(true);
      if (by === 'agency') continue;
      const sorted = [...present].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect([by, descending, present]).toEqual([by, descending, descending ? sorted.reverse() : sorted]);
    }
});

test('agencies and cells are walked by cursor without gap or repetition', async () => {
  const agencies: string[] = [];
  let after: string | null = null;
  let counted = -1;
  do {
    const answer = await selectAgencies(corpus, ALL, { pageSize: 23, ...(after === null ? {} : { after }) });
    agencies.push(...answer.rows.map((row) => row.id));
    after = answer.meta.next;
    counted = answer.meta.row_count;
  } while (after !== null);
  expect(agencies).toHaveLength(counted);
  expect(new Set(agencies).size).toBe(agencies.length);
  const filters = { ...ALL, region: ['12'] };
  const whole: string[] = [];
  do {
    const answer = await selectCells(corpus, filters, {
      pageSize: 333,
      ...(after === null ? {} : { after }),
    });
    whole.push(...answer.rows.map((row) => `${row.report_id} ${row.field}`));
    after = answer.meta.next;
    counted = answer.meta.row_count;
  } while (after !== null);
  expect(whole).toHaveLength(counted);
  expect(new Set(whole).size).toBe(whole.length);
});

test('a cursor of another order, another corpus or nobody’s is refused and says what it expected', async () => {
  const first = await selectReportTable(corpus, ALL, { columns: ['year'], pageSize: 10 });
  const cursor = first.meta.next ?? '';
  const ask = (after: string, order: Sort[] = []) =>
    selectReportTable(corpus, ALL, { columns: ['year'], sorts: order, after });
  await expect(ask(cursor, [{ by: 'year', descending: false }])).rejects.toThrow(
    /same list in the same order/,
  );
  const other = await keptCorpus({ records: [record()] });
  await expect(
    selectReportTable(other, { ...ALL, corpus: 'reports' }, { columns: ['year'], after: cursor }),
  ).rejects.toThrow(/it has changed since/);
  const forged = (keys: unknown) =>
    Buffer.from(
      JSON.stringify([first.meta.corpus_version.slice(0, 12), 'reports region', 10, keys]),
    ).toString('base64url');
  for (const after of ['x', '', forged(['a']), forged([1, 2]), forged({})])
    await expect(ask(after)).rejects.toThrow(/cursor that the page before gave/);
});
