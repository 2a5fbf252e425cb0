import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { serializeConditions, statesOf } from '../../lib/filters/conditions';
import { operandById, PROPERTIES, REPORT_METRICS } from '../../lib/filters/operands';
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import { ALL_FIELDS } from '../../lib/form';
import { type Corpus, selectCells, selectReports } from '../../lib/query';
import type { ReportRecord } from '../../lib/record';
import { synthesizeRecords } from '../../lib/synth';
import { anyConditions } from '../filters/any-conditions';
import { keptCorpus } from '../store/kept-corpus';
import { fitsConditions, valueIn } from './plain-conditions';

const SYNTHETIC = { reports: 400, seed: 12 };
let records: ReportRecord[];
let corpus: Corpus;
beforeAll(async () => {
  records = [...synthesizeRecords(SYNTHETIC)];
  corpus = await keptCorpus({ synthetic: SYNTHETIC }, 'demo');
});

const all = (where: string[]): Filters => ({ ...DEFAULT_FILTERS, basis: 'all', corpus: 'demo', where });

async function listed(where: string[]): Promise<string[]> {
  const { rows, meta } = await selectReports(corpus, all(where), { pageSize: 1000 });
  expect(meta.reports).toBe(rows.length);
  return rows.map((row) => row.id).sort();
}

const fitting = (where: string[]): string[] =>
  records
    .filter((record) => fitsConditions(record, where))
    .map((record) => record.id)
    .sort();

test('random conditions with and, or and states choose the reports that the records say', async () => {
  await fc.assert(
    fc.asyncProperty(anyConditions, async (where) => {
      expect([where, await listed(where)]).toEqual([where, fitting(where)]);
    }),
    { numRuns: 30, seed: 20261122 },
  );
});

test('every cell, metric and property can be asked for its value and for each of its states', async () => {
  // Every seventh cell: neighbours differ in nothing but their name.
  const fields = ALL_FIELDS.filter((_, i) => i % 7 === 0);
  const ids = [...PROPERTIES, ...REPORT_METRICS, ...fields].map(({ id }) => id);
  for (const [i, id] of ids.entries()) {
    const operand = operandById(id);
    if (!operand) throw new Error(id);
    const value = valueIn(records[(i * 7) % records.length] as ReportRecord, id);
    const states = statesOf(operand);
    const state = states[i % states.length] ?? 'missing';
    const where = [
      serializeConditions([
        { operand: id, state, negated: false },
        { operand: id, comparison: '>', value: operand.kind === 'date' ? '2023-01-31' : Number(value ?? 0) },
      ]),
    ];
    if (/\.\d{7}/.test(where[0] ?? '')) continue;
    expect([where, await listed(where)]).toEqual([where, fitting(where)]);
  }
});

test('the states of a cell part the reports: number, the five empty ones, and what the form does not ask', async () => {
  const field = 'requests.granted.org_other';
  const counts: Record<string, number> = {};
  for (const state of ['number', 'blank', 'dash', 'unreadable', 'ambiguous', 'absent', 'missing', '!missing'])
    counts[state] = (await listed([`${field}:${state}`])).length;
  const missing = records.length - (counts.number ?? 0);
  expect([counts.missing, counts['!missing']]).toEqual([missing, counts.number]);
  const empty = ['blank', 'dash', 'unreadable', 'ambiguous', 'absent'].map((state) => counts[state] ?? 0);
  expect(empty.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(missing);
  expect((counts.blank ?? 0) > 0).toBe(true);
});

test('a report without a number fits no comparison, in cells as in lists', async () => {
  const field = 'requests.granted.org_other';
  const without = await listed([`${field}:missing`]);
  expect(without.length).toBeGreaterThan(0);
  expect(await listed([`${field}:missing`, `${field}!=0|${field}=0|${field}<0`])).toEqual([]);
  const { meta } = await selectCells(corpus, all([`${field}:missing`]), { pageSize: 1 });
  expect(meta.reports).toBe(without.length);
});
