import { describe, expect, test } from 'vitest';
import { ALL_FIELDS } from '../../lib/form';
import { ingestBytes } from '../../lib/ingest';
import { type Comparison, compareRecord } from '../../lib/synth/compare';
import { drawDocument } from '../../lib/synth/document';
import { randomOf, seedOf } from '../../lib/synth/random';
import { type Rendered, renderDocument, SHAPES } from '../../lib/synth/render';
import { drawSpecimen } from '../../lib/synth/specimen';
import { countDocument, silentErrors, type Tally, tallyText } from '../../lib/synth/tally';

const read = async (rendered: Rendered): Promise<Comparison> =>
  compareRecord(rendered, await ingestBytes(rendered.bytes, { path: rendered.name, url: null }));

describe('reading rendered documents back', () => {
  // `spaces` drops empty cells without a trace: a row that has one is rightly given up.
  test.each(SHAPES.filter((shape) => shape !== 'spaces'))(
    'gives every cell of an undamaged document as %s',
    async (shape) => {
      for (let seed = 0; seed < 3; seed++) {
        const random = randomOf(seedOf('whole', shape, seed));
        const comparison = await read(await renderDocument(drawSpecimen(random), shape, [], random));
        expect(comparison.counts).toEqual({ right: ALL_FIELDS.length, null: 0, doubtful: 0, silent: 0 });
      }
    },
    60_000,
  );

  // The long run is `npm run fuzz`; this one keeps what it has reached.
  test('is never wrong in silence, whatever the damage', async () => {
    const tally: Tally = {};
    const silent: string[] = [];
    for (let index = 0; index < 240; index++) {
      const rendered = await drawDocument(101, index);
      const comparison = await read(rendered);
      countDocument(tally, rendered.shape, rendered.damage, comparison);
      for (const { field, verdict, truth, got } of comparison.mistakes)
        if (verdict === 'silent')
          silent.push(`${index} ${rendered.shape} ${rendered.damage.join('+')}: ${field} ${truth} → ${got}`);
    }
    expect(silent).toEqual([]);
    expect(silentErrors(tally)).toBe(0);
    expect(tallyText(tally, true)).toContain('zero-runs');
  }, 300_000);
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
