import { describe, expect, test } from 'vitest';
import { ALL_FIELDS } from '../../lib/form/index';
import { ingestBytes } from '../../lib/ingest';
import { valueOf } from '../../lib/figures';
import { type Comparison, compareRecord } from './compare';
import { drawDocument } from './document';
import { belowFloor } from './floors';
import { randomOf, seedOf } from '../../lib/synth/random';
import { type Rendered, renderDocument, SHAPES, type Shape } from './render';
import { drawSpecimen } from './specimen';
import { countDocument, damageCounts, shapeCounts, silentErrors, type Tally, tallyText } from './tally';

const SEED = 103;
const PER_SHAPE = 6;

/**
 * The share of printed numbers, in percent, that the short run of this seed reads, rounded down to half a point. So few documents say
 * more or less than the floors of a long run (test/fuzz/floors.ts), but they are the same each time: a share that falls
 * is a reader that has begun to give up. Whoever changes what is drawn measures these again.
 */
const SHORT_RUN_FLOORS: Readonly<Record<Shape, number>> = {
  pipes: 97.5,
  lines: 100,
  'pipe-lines': 99.5,
  tabs: 98,
  spaces: 98,
  markdown: 98.5,
  'html-grid': 100,
  'html-page': 98.5,
  'html-word': 100,
  'html-nested': 100,
  docx: 99.5,
  pdf: 100,
  csv: 100,
  xlsx: 99,
  'text-gb18030': 98.5,
  'html-gb18030': 99,
  'text-big5': 97,
  'html-traditional': 100,
};

const read = async (rendered: Rendered): Promise<Comparison> =>
  compareRecord(rendered, await ingestBytes(rendered.bytes, { path: rendered.name, url: null }));

describe('reading rendered documents back', () => {
  // `spaces` drops empty cells without a trace: a row that has one is rightly given up.
  test.each(SHAPES.filter((shape) => shape !== 'spaces'))(
    'gives every cell of an undamaged document as %s',
    async (shape) => {
      for (let seed = 0; seed < 2; seed++) {
        const random = randomOf(seedOf('whole', shape, seed));
        const rendered = await renderDocument(drawSpecimen(random), shape, [], random);
        const comparison = await read(rendered);
        expect(comparison.counts).toEqual({ right: ALL_FIELDS.length, null: 0, doubtful: 0, silent: 0 });
        const printed = Object.values(rendered.truth).filter(({ value }) => value !== null).length;
        expect(printed).toBeGreaterThan(30);
        expect(comparison.read).toBe(printed);
      }
    },
    60_000,
  );

  // The long run is `npm run fuzz`; this one keeps what it has reached. The seed is fixed: it gives the same each time.
  test('is never wrong in silence, and reads no less than its floor in any shape, whatever the damage', async () => {
    const tally: Tally = {};
    const silent: string[] = [];
    for (let index = 0; index < SHAPES.length * PER_SHAPE; index++) {
      const rendered = await drawDocument(SEED, index, SHAPES[index % SHAPES.length]);
      const comparison = await read(rendered);
      countDocument(tally, rendered, comparison);
      for (const { field, verdict, truth, got } of comparison.mistakes)
        if (verdict === 'silent')
          silent.push(`${index} ${rendered.shape} ${rendered.damage.join('+')}: ${field} ${truth} → ${got}`);
    }
    expect(silent, `npm run fuzz -- --seed ${SEED}`).toEqual([]);
    expect(silentErrors(tally)).toBe(0);
    const counts = shapeCounts(tally);
    expect(counts.map(([shape, { documents }]) => [shape, documents])).toEqual(
      [...SHAPES].sort().map((shape) => [shape, PER_SHAPE]),
    );
    expect(
      belowFloor(counts, (shape) => SHORT_RUN_FLOORS[shape as Shape], PER_SHAPE),
      `seed ${SEED}`,
    ).toEqual([]);
    expect(tallyText(tally, true)).toContain('zero-runs');
  }, 300_000);
});

describe('the floor on what is read', () => {
  const shape = 'csv';
  const truth = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [
      `f${i}`,
      i < 50
        ? { value: i, raw: String(i), state: 'number' as const }
        : { value: null, raw: '', state: 'blank' as const },
    ]),
  );
  /** `lost` of the fifty printed numbers given up, honestly. */
  const comparison = (lost: number): Comparison => ({
    counts: { right: 100 - lost, null: lost, doubtful: 0, silent: 0 },
    read: 50 - lost,
    mistakes: [],
  });
  const below = (comparisons: readonly (Comparison | null)[]): string[] => {
    const tally: Tally = {};
    for (const each of comparisons) countDocument(tally, { shape, damage: [], truth }, each);
    return belowFloor(shapeCounts(tally), () => 98, 2);
  };

  test('counts printed numbers alone, so that blanks hide no value given up', () => {
    expect(below([comparison(1), comparison(1)])).toEqual([]);
    expect(below([comparison(1), comparison(2)])).toEqual([
      'csv: 97.00 % of the printed numbers read, expected at least 98 %',
    ]);
  });

  test('counts a refused document as one of which nothing was read', () => {
    expect(below([comparison(0), null])).toEqual([
      'csv: 50.00 % of the printed numbers read, expected at least 98 %',
    ]);
  });

  test('says nothing of too few documents, nor of a name without a floor', () => {
    expect(below([comparison(50)])).toEqual([]);
    const tally: Tally = {};
    for (const damage of ['units', 'suffix'] as const)
      countDocument(tally, { shape, damage: [damage], truth }, comparison(50));
    expect(belowFloor(damageCounts(tally), (name) => (name === 'units' ? 90 : null), 1)).toEqual([
      'units: 0.00 % of the printed numbers read, expected at least 90 %',
    ]);
  });

  test('stands beside the share of each shape and damage in the table of a run', () => {
    const tally: Tally = {};
    countDocument(tally, { shape, damage: ['units'], truth }, comparison(1));
    const lines = tallyText(tally, false).split('\n');
    const row = (name: string): string[] | undefined =>
      lines
        .find((line) => line.startsWith(`${name} `))
        ?.trim()
        .split(/ {2,}/);
    expect(row('csv')).toEqual(['csv', '1', '0', '99', '1', '0', '0', '50', '49', '98.00 %', '98.00 %']);
    expect(row('units')?.slice(-2)).toEqual(['98.00 %', '98.50 %']);
    expect(row('all')?.at(-1)).toBe('98.00 %');
  });

  test('is met by a record read whole, and `read` of the comparison counts what it printed', () => {
    const given = drawSpecimen(randomOf(4));
    const id = 'requests.new_requests.total';
    const value = valueOf(given, id);
    expect(value).not.toBeNull();
    const said = (printed: number | null) => ({
      [id]: { value: printed, raw: '', state: printed === null ? ('blank' as const) : ('number' as const) },
    });
    const year = given.year ?? 0;
    expect(compareRecord({ truth: said(value), year }, given).read).toBe(1);
    expect(compareRecord({ truth: said((value ?? 0) + 1), year }, given).read).toBe(0);
    expect(compareRecord({ truth: said(null), year }, given).read).toBe(0);
  });
});

describe('the comparison', () => {
  const year = 2021;
  const field = 'requests.new_requests.total';
  const verdictOf = (value: number | null, named: boolean, truth: number | null) => {
    const given = structuredClone(drawSpecimen(randomOf(4)));
    given.year = year;
    given.findings = [];
    given.issues = named
      ? [{ code: 'cell.ambiguous', severity: 'warning', at: null, actual: '', expected: '', fields: [field] }]
      : [];
    const requests = given.requests.new_requests;
    if (requests) requests.total = value;
    const said = { value: truth, raw: '', state: truth === null ? ('blank' as const) : ('number' as const) };
    const { mistakes, counts } = compareRecord({ truth: { [field]: said }, year }, given);
    return { mistake: mistakes.find((each) => each.field === field)?.verdict, nulls: counts.null };
  };

  test('calls a wrong, lost or invented number silent when nothing names its field', () => {
    expect(verdictOf(7, false, 8).mistake).toBe('silent');
    expect(verdictOf(null, false, 8).mistake).toBe('silent');
    expect(verdictOf(0, false, null).mistake).toBe('silent');
  });

  test('calls it doubtful, or honestly given up, when an issue does', () => {
    expect(verdictOf(7, true, 8).mistake).toBe('doubtful');
    expect(verdictOf(null, true, 8)).toEqual({ mistake: undefined, nulls: 1 });
  });

  test('calls the value itself right, with or without an issue', () => {
    expect(verdictOf(8, true, 8).mistake).toBe(undefined);
    expect(verdictOf(8, false, 8).mistake).toBe(undefined);
  });
});
