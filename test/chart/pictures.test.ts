import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { type CardPicture, drawCardPicture } from '../../lib/chart/svg/card-picture';
import { countLineChart } from '../../lib/chart/kinds/lines/count-lines';
import { drawChart } from '../../lib/chart/chart';
import { makeFluid } from '../../lib/chart/svg/fluid';
import { outcomeMixChart } from '../../lib/chart/kinds/stack/outcome-mix';
import { rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { requestsByYearChart } from '../../lib/chart/kinds/bars';
import { peerStrip } from '../../lib/chart/kinds/strip';
import type { ChartSpec } from '../../lib/chart/chart';
import { spreadChart } from '../../lib/chart/kinds/spread';
import { textWidth } from '../../lib/chart/svg/text-width';
import { inChinese, REVIEW_RATE, spreadOver, standing, yearRow } from './rows';

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
const OF_YEARS: [string, ChartSpec | null][] = [
  ['bars', requestsByYearChart(rows, inChinese, 'Requests')],
  ['stack', outcomeMixChart(rows, inChinese, 'Outcomes')],
  ['rates', rateLinesChart(rows, rates, inChinese)],
  ['counts', countLineChart(rows, 'normative_documents_issued', inChinese)],
];

const AMONG_PEERS: [string, ChartSpec | null][] = [
  [
    'a strip',
    peerStrip(standing({ own: [18, 40], peers: [0.1, 0.2, 0.3, 0.7] }), '复议率', false, inChinese),
  ],
  ['a strip without a value', peerStrip(standing({ own: null, peers: [] }), '复议率', false, inChinese)],
  ['a spread', spreadChart(spreadOver([3, 0, 5]), REVIEW_RATE, 0.07, inChinese)],
];

const draw = (spec: ChartSpec | null): Element => {
  if (!spec) throw new Error('no chart');
  const { document } = parseHTML(`<!doctype html><html><body>${drawChart(spec, 'one')}</body></html>`);
  return document.querySelector('svg') as unknown as Element;
};

describe.each([...OF_YEARS, ...AMONG_PEERS])('the picture of %s', (_name, spec) => {
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

  test('draws in colours of the theme only', () => {
    const { outerHTML } = draw(spec);
    expect(outerHTML).not.toMatch(/#[0-9a-f]{3,8}["';]/i);
    expect(outerHTML).toContain('var(--');
  });
});

test.each(OF_YEARS)('%s: years without separators, the missing year as a gap with a word', (_name, spec) => {
  const words = [...draw(spec).querySelectorAll('text')].map((text) => text.textContent ?? '');
  expect(words.join(' ')).not.toMatch(/2,0[12]\d/);
  expect(words.some((word) => word.startsWith('缺'))).toBe(true);
});

test('a line stops at the missing year and at the change of form', () => {
  const lines = [...draw(OF_YEARS[3]?.[1] ?? null).querySelectorAll('path')].map(
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
  expect(() => makeFluid(svg, document, { left: 0, right: 0 })).toThrow(/cannot make fluid/);
});

describe('a card as a file', () => {
  const css = readFileSync('app/theme.css', 'utf8');
  const tokens = Object.fromEntries(
    [...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => [name ?? '', 'gray']),
  );
  const words = { value: '45.0%', absent: false, rests: '18／40', end: '第 75 百分位', small: false };
  const panels = ['复议率', '行政诉讼及复议之后再诉讼的案件结果纠正率'].map((title) => ({
    title,
    words,
    spec: AMONG_PEERS[0]?.[1] as ChartSpec,
  }));
  const address = `/agencies/320800-淮安市?${Array.from({ length: 20 }, (_, at) => `peer_level=county${at}`).join('&')}`;
  const card: CardPicture = {
    title: '在同类机关中的位置',
    subtitle: '淮安市，2024 年',
    summary: null,
    key: [],
    panels,
    foot: ['来源：年报表3', address],
  };
  const { document } = parseHTML(`<html><body>${drawCardPicture(card, tokens)}</body></html>`);
  const texts = [...document.querySelectorAll('g > text')];

  test('sets strips in two columns, each with its words above it', () => {
    const places = [...document.querySelectorAll('g > g')].map((each) => each.getAttribute('transform'));
    expect(places).toEqual(['translate(0,0)', 'translate(414,0)']);
    for (const word of ['45.0% 18／40', '第 75 百分位'])
      expect(texts.filter((text) => text.textContent === word).length).toBe(2);
  });

  test('writes nothing smaller than 12 px, and all in one family', () => {
    const svg = document.querySelector('svg')?.outerHTML ?? '';
    expect([...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size) >= 12)).not.toContain(
      false,
    );
    expect(svg.match(/font-family=/g)?.length).toBe(1);
  });

  test('lets no line run out of the picture, an address neither', () => {
    const lines = texts.filter((text) => text.getAttribute('text-anchor') !== 'end');
    for (const line of lines) {
      const size = Number(line.getAttribute('font-size') ?? 12);
      const isInPanel = line.parentElement?.parentElement?.tagName.toLowerCase() === 'g';
      expect(textWidth(line.textContent ?? '', size)).toBeLessThanOrEqual(isInPanel ? 390 : 804);
    }
    expect(lines.map((line) => line.textContent).join('')).toContain(address);
  });
});
