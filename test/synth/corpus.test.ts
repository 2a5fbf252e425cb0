import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditRecord } from '../../lib/audit';
import { ALL_FIELDS, requestFields } from '../../lib/form';
import { valueOf } from '../../lib/figures';
import { type ReportRecord, recordSchema } from '../../lib/record';
import { synthesizeRecords, synthesizeTruth } from '../../lib/synth';

const corpus = (reports: number, seed: number): ReportRecord[] => [...synthesizeRecords({ reports, seed })];
const CORPUS = corpus(1500, 11);
const total = (record: ReportRecord, row: string): number => valueOf(record, `requests.${row}.total`) ?? 0;

describe('the synthetic corpus', () => {
  test('has exactly as many reports as asked for, each once, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(1000), (reports, seed) => {
        const ids = corpus(reports, seed).map((record) => record.id);
        expect(ids).toHaveLength(reports);
        expect(new Set(ids).size).toBe(reports);
      }),
      { numRuns: 12 },
    );
  });

  test('is the same for the same seed and another for another', () => {
    const text = (seed: number): string => JSON.stringify(corpus(60, seed));
    expect(text(3)).toBe(text(3));
    expect(text(3)).not.toBe(text(4));
  });

  test('holds records that the schema accepts, all marked synthetic, in name too', () => {
    for (const record of CORPUS) {
      expect(() => recordSchema.parse(record)).not.toThrow();
      expect(record.synthetic).toBe(true);
      expect(record.agency.name).toContain('演示');
    }
  });

  test('carries the findings that the audit finds, in faithful and in flawed reports', () => {
    for (const record of CORPUS) expect(record.findings).toEqual(auditRecord(record));
    const failing = CORPUS.filter((record) => record.findings.length > 0).length / CORPUS.length;
    expect(failing).toBeGreaterThan(0.04);
    expect(failing).toBeLessThan(0.14);
  });

  test('has a cell for every field of the form, whose state and raw text fit the value', () => {
    const unfit = (record: ReportRecord): string[] =>
      ALL_FIELDS.flatMap(({ id }) => {
        const cell = record.cells[id];
        const value = valueOf(record, id);
        const isFit =
          (value !== null) === (cell?.state === 'number') &&
          (!cell || !['absent', 'blank'].includes(cell.state) || cell.raw === '') &&
          (!cell || !/^\d+$/.test(cell.raw) || Number(cell.raw) === value);
        return isFit ? [] : [`${record.id} ${id}`];
      });
    expect(CORPUS.flatMap(unfit)).toEqual([]);
    const without = ({ forms, cells }: ReportRecord): string[] =>
      requestFields(forms.requests ?? '2021').flatMap(({ id }) => (cells[id] ? [] : [id]));
    expect(CORPUS.flatMap(without)).toEqual([]);
    const named = CORPUS.flatMap((record) =>
      record.issues.flatMap(({ fields }) => fields.map((field) => valueOf(record, field))),
    );
    expect(new Set(named)).toEqual(new Set([null]));
  });

  test('covers every level, body, scope, year and form', () => {
    const seen = (pick: (record: ReportRecord) => unknown): Set<unknown> => new Set(CORPUS.map(pick));
    expect(seen((record) => record.region.level).size).toBe(5);
    expect(seen((record) => record.agency.body).size).toBe(6);
    expect(seen((record) => record.agency.scope).size).toBe(3);
    expect(seen((record) => record.year).size).toBe(7);
    expect(seen((record) => record.region.province).size).toBe(32);
    const forms = (from: number, to: number): Set<unknown> =>
      new Set(
        CORPUS.filter(({ year }) => (year ?? 0) >= from && (year ?? 0) <= to).map(
          (record) => record.forms.requests,
        ),
      );
    expect(forms(2019, 2020)).toEqual(new Set(['2019']));
    expect(forms(2021, 2023)).toEqual(new Set(['2019', '2021']));
    expect(forms(2024, 2025)).toEqual(new Set(['2021']));
  });

  test('has rates like real ones, most townships at zero, and a few places above 10 000 requests', () => {
    const provinces = CORPUS.filter(
      ({ region, agency }) => region.level === 'province' && agency.scope === 'consolidated',
    );
    const share = (row: string): number =>
      provinces.reduce((sum, record) => sum + total(record, row), 0) /
      provinces.reduce((sum, record) => sum + total(record, 'outcomes_total'), 0);
    expect(share('granted')).toBeGreaterThan(0.48);
    expect(share('granted')).toBeLessThan(0.62);
    expect(share('unable_not_held')).toBeGreaterThan(0.1);
    expect(share('unable_not_held')).toBeLessThan(0.18);
    const townships = CORPUS.filter(({ region }) => region.level === 'township');
    const quiet = townships.filter((record) => total(record, 'new_requests') === 0).length / townships.length;
    expect(quiet).toBeGreaterThan(0.7);
    const busy = CORPUS.filter((record) => total(record, 'new_requests') > 10_000);
    expect(busy.length).toBeGreaterThan(5);
    expect(busy.length / CORPUS.length).toBeLessThan(0.1);
  });

  test('carries requests over from year to year, with few exceptions', () => {
    const byAgency = new Map<string, Map<number, ReportRecord>>();
    for (const record of CORPUS) {
      const key = record.id.slice(0, -5);
      const years = byAgency.get(key) ?? new Map<number, ReportRecord>();
      byAgency.set(key, years.set(record.year ?? 0, record));
    }
    let pairs = 0;
    let broken = 0;
    for (const years of byAgency.values())
      for (const [year, record] of years) {
        const before = years.get(year - 1);
        const left = valueOf(record, 'requests.carried_in.total');
        const right = before ? valueOf(before, 'requests.carried_out.total') : null;
        if (left === null || right === null) continue;
        pairs++;
        if (left !== right) broken++;
      }
    expect(pairs).toBeGreaterThan(800);
    expect(broken).toBeGreaterThan(0);
    expect(broken / pairs).toBeLessThan(0.08);
  });
});

describe('the truth of a synthetic corpus', () => {
  const truth = synthesizeTruth({ reports: 1500, seed: 11 });
  const NEW = 'requests.new_requests.total';

  test('counts each agency once: printed sums differ from the true ones only where reports are flawed', () => {
    let apart = 0;
    let all = 0;
    for (const row of truth.filter((each) => each.level === 'all')) {
      apart += Math.abs((row.printed[NEW] ?? 0) - (row.leaves[NEW] ?? 0));
      all += row.leaves[NEW] ?? 0;
    }
    expect(all).toBeGreaterThan(500_000);
    expect(apart / all).toBeLessThan(0.04);
  });

  test('equals the consolidated report of a province where there is one', () => {
    const rows = new Map(truth.map((row) => [`${row.province} ${row.year} ${row.level}`, row]));
    const provinces = CORPUS.filter(
      ({ region, agency }) => region.level === 'province' && agency.scope === 'consolidated',
    );
    for (const record of provinces) {
      const row = rows.get(`${record.region.code} ${record.year} all`);
      expect(row?.reports).toBe(1);
      const value = valueOf(record, NEW);
      expect([row?.printed[NEW], row?.missing[NEW]]).toEqual(value === null ? [0, 1] : [value, 0]);
    }
  });

  test('adds several reports up where a province has published none of its own', () => {
    expect(truth.some((row) => row.level === 'all' && row.reports > 1)).toBe(true);
  });
});
