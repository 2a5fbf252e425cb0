import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { countLineChart } from '../../lib/chart/count-lines';
import { drawChart } from '../../lib/chart/draw';
import { makeFluid } from '../../lib/chart/fluid';
import { outcomeMixChart } from '../../lib/chart/outcome-mix';
import { rateLinesChart } from '../../lib/chart/rate-lines';
import { requestsByYearChart } from '../../lib/chart/requests-by-year';
import type { ChartSpec } from '../../lib/chart/spec';
import { inChinese, yearRow } from './rows';

const years = [2019, 2020, 2022, 2023];
const rows = years.map((year, index) =>
  yearRow(year, {
    new_requests: 1000 * (index + 1),
    full_disclosure_rate: [5, 10],
    'requests.partial.rate': [1, 10],
    denial_rate: [1, 10],
    unable_rate: [1, 10],
    not_processed_rate: [1, 10],
    other_rate: [0, 10],
    outcomes_total: 10,
    review_correction_rate: [index, 40],
    litigation_correction_rate: [1, 10],
    normative_documents_issued: 12,
  }),
);
const rates = {
  metrics: ['review_correction_rate', 'litigation_correction_rate'],
  unit: '%',
  interval: true,
};
const CHARTS: [string, ChartSpec | null][] = [
  ['bars', requestsByYearChart(rows, inChinese)],
  ['stack', outcomeMixChart(rows, inChinese)],
  ['rates', rateLinesChart(rows, rates, inChinese)],
  ['counts', countLineChart(rows, 'normative_documents_issued', inChinese)],
];

const draw = (spec: ChartSpec | null): Element => {
  if (!spec) throw new Error('no chart');
  const { document } = parseHTML(`<!doctype html><html><body>${drawChart(spec, 'one')}</body></html>`);
  return document.querySelector('svg') as unknown as Element;
};

describe.each(CHARTS)('the picture of %s', (_name, spec) => {
  test('is one named image without names inside', () => {
    const svg = draw(spec);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe(spec?.label);
    expect(svg.querySelectorAll('[aria-label]').length).toBe(0);
  });

  test('has no fixed width: places along x are percentages', () => {
    const svg = draw(spec);
    expect(svg.getAttribute('width')).toBeNull();
    expect(svg.getAttribute('viewBox')).toBeNull();
    for (const text of svg.querySelectorAll('text')) {
      const carriers =
        text.querySelectorAll('tspan').length > 0 ? [...text.querySelectorAll('tspan')] : [text];
      for (const each of carriers) expect(each.getAttribute('x')).toMatch(/^-?[\d.]+%$/);
    }
    for (const rect of svg.querySelectorAll('rect')) expect(rect.getAttribute('width')).toMatch(/%$/);
    for (const circle of svg.querySelectorAll('circle')) expect(circle.getAttribute('cx')).toMatch(/%$/);
  });

  test('writes years without separators and the missing year as a gap with a word', () => {
    const words = [...draw(spec).querySelectorAll('text')].map((text) => text.textContent ?? '');
    expect(words.join(' ')).not.toMatch(/2,0[12]\d/);
    expect(words.some((word) => word.startsWith('缺'))).toBe(true);
  });

  test('draws in colours of the theme only', () => {
    const { outerHTML } = draw(spec);
    expect(outerHTML).not.toMatch(/#[0-9a-f]{3,8}["';]/i);
    expect(outerHTML).toContain('var(--');
  });
});

test('a line stops at the missing year and at the change of form', () => {
  const lines = [...draw(CHARTS[3]?.[1] ?? null).querySelectorAll('path')].map(
    (path) => path.getAttribute('d') ?? '',
  );
  const runs = lines.join('').match(/M/g)?.length ?? 0;
  expect(runs).toBeGreaterThanOrEqual(2);
});

test('an element that cannot be placed is refused', () => {
  const { document } = parseHTML(
    '<!doctype html><html><body><svg width="100" height="50"><text transform="rotate(3)">a</text></svg></body></html>',
  );
  const svg = document.querySelector('svg') as unknown as Element;
  expect(() => makeFluid(svg, document as unknown as Document, { left: 0, right: 0 })).toThrow(
    /cannot make fluid/,
  );
});
