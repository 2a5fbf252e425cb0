import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceAxis } from '../../lib/chart/axis';
import { countScale, scaledText } from '../../lib/chart/scale';
import { textWidth, widest } from '../../lib/chart/svg/text-width';
import { wilsonInterval } from '../../lib/metrics/wilson';
import { everyYear } from '../../lib/chart/years';
import { yearRow } from './rows';

describe('the value axis', () => {
  test('reaches the greatest value with three to six even lines from 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (greatest) => {
        const { end, ticks } = niceAxis(greatest);
        expect(ticks[0]).toBe(0);
        expect(end).toBeGreaterThanOrEqual(greatest * 0.999999);
        expect(end).toBeLessThanOrEqual(greatest * 2);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  test('of counts has whole lines only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (greatest) => {
        const { end, ticks } = niceAxis(greatest, true);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(end).toBeGreaterThanOrEqual(greatest);
      }),
    );
  });

  test('of nothing but zeros still has a height', () => {
    expect(niceAxis(0)).toEqual({ end: 1, ticks: [0, 1] });
  });
});

describe('the unit of a chart', () => {
  test.each([
    ['zh-CN', 9_999, '9,999', 'scale.one'],
    ['zh-CN', 12_345, '1.23', 'scale.ten_thousand'],
    ['zh-CN', 586_632, '58.7', 'scale.ten_thousand'],
    ['zh-CN', 95_004_321, '9,500', 'scale.ten_thousand'],
    ['zh-CN', 123_456_789, '1.23', 'scale.hundred_million'],
    ['en', 586_632, '587', 'scale.thousand'],
    ['en', 9_500_432, '9.50', 'scale.million'],
  ] as const)('%s writes %d as %s', (language, value, text, prefix) => {
    const scale = countScale(value, language);
    expect(scale.prefix).toBe(prefix);
    expect(scaledText(value, scale, language)).toBe(text);
  });
});

describe('the width of a text', () => {
  test('is at least one em a Han character and grows with every character', () => {
    expect(textWidth('政府信息', 12)).toBe(48);
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('公', '开', 'a', 'W', '1', '，'),
        (text, more) => {
          expect(textWidth(text + more)).toBeGreaterThan(textWidth(text));
        },
      ),
    );
    expect(widest([])).toBe(0);
  });
});

describe("Wilson's interval", () => {
  test('of 64 in 314 is 16.3 to 25.2 per cent', () => {
    const interval = wilsonInterval(64, 314);
    expect(interval?.low).toBeCloseTo(0.16297, 5);
    expect(interval?.high).toBeCloseTo(0.25183, 5);
  });

  test('holds the share, stays within 0 and 1, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (cases, drawn) => {
        const successes = drawn % (cases + 1);
        const interval = wilsonInterval(successes, cases);
        const wider = wilsonInterval(successes * 10, cases * 10);
        const share = successes / cases;
        expect(interval?.low).toBeLessThanOrEqual(share + 1e-12);
        expect(interval?.high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.high).toBeLessThanOrEqual(1);
        const width = (each: typeof interval) => (each ? each.high - each.low : Number.NaN);
        expect(width(wider)).toBeLessThan(width(interval));
      }),
    );
  });

  test('is not made for what is no proportion', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(5, 4)).toBeNull();
  });
});

describe('rows by year', () => {
  test('keep every year between the first and the last, and leave out rows without a year', () => {
    const rows = [yearRow(2019, {}), yearRow(2022, {}), yearRow(null, {})];
    expect(everyYear(rows).map(({ year, row }) => [year, row !== null])).toEqual([
      [2019, true],
      [2020, false],
      [2021, false],
      [2022, true],
    ]);
    expect(everyYear([yearRow(null, {})])).toEqual([]);
  });
});
