/** Charts by keyboard and ear: one stop each, arrows move, a live region speaks, Esc leaves; a sentence says it all. */
import { check, isWhole, measured } from '../../site/checks';
import { testPages } from '../../site/site';
import type { Page } from 'playwright-core';
import { routesOf } from '../../site/routes';

testPages('charts are stepped through by keyboard and heard', async (site) => {
  let charts = 0;
  const kinds = isWhole ? null : new Set<string>();
  for (const route of await routesOf(site, 'demo')) {
    if (!isWhole && !SAMPLED.has(route.name)) continue;
    charts += await site.withPage(route.path, {}, (page) => checkPage(route.path, page, kinds));
  }
  measured(`${charts} charts stepped through`);
  const least = isWhole ? 30 : 6;
  check(charts > least, 'charts', charts, `more than ${least}`);
});

/** Pages of a sample: together they have every kind of chart. */
const SAMPLED = new Set(['requests', 'outcomes', 'regions', 'agency']);

/** Steps through the charts; only through those of a kind that is not in `kinds` yet, where it is given. */
async function checkPage(path: string, page: Page, kinds: Set<string> | null): Promise<number> {
  const plots = page.locator('figure.plot');
  const count = await plots.count();
  if (count === 0) return 0;
  await page.locator('figure.plot[tabindex="0"]').first().waitFor();
  const inner = await page.locator('figure.plot :is([tabindex="0"], a, button)').count();
  check(inner === 0, path, `${inner} stops inside charts`, 'one stop a chart');
  const all = await plots.evaluateAll((each) => each.map((plot) => plot.getAttribute('data-kind') ?? ''));
  const stepped = [...all.entries()].filter(([index, kind]) =>
    kinds ? !kinds.has(kind) && all.indexOf(kind) === index : true,
  );
  for (const [index, kind] of stepped) {
    kinds?.add(kind);
    await checkChart(`${path} chart ${index + 1}`, page, index);
  }
  const silent = await page.locator('section.card').evaluateAll((all) =>
    all
      .filter((card) => card.querySelector('svg.chart'))
      .filter((card) => {
        const sentence = card.querySelector('.statement')?.textContent ?? '';
        const names = [...card.querySelectorAll('svg.chart, figure.plot')].map(
          (each) => each.getAttribute('aria-label') ?? '',
        );
        return sentence.length < 8 && !names.some((name) => name.length > 30);
      })
      .map((card) => card.id),
  );
  check(
    silent.length === 0,
    path,
    `no sentence in ${silent.join(', ')}`,
    'a summary in a sentence in each card',
  );
  return stepped.length;
}

async function checkChart(at: string, page: Page, index: number): Promise<void> {
  const plot = page.locator('figure.plot').nth(index);
  const marks = await plot.locator('[data-series]').count();
  check(marks > 0, at, `${marks} marks`, 'marks to step through');
  if (marks === 0) return;
  check((await plot.getAttribute('tabindex')) === '0', at, 'no Tab stop', 'a Tab stop');
  const name = await plot.getAttribute('aria-label');
  check((name ?? '').length > 5, at, name ?? 'no name', 'a name');
  await plot.focus();
  const spoken: string[] = [];
  for (const key of ['ArrowRight', marks > 1 ? 'ArrowRight' : 'Home', 'End']) {
    await page.keyboard.press(key);
    const [tip, voice] = await page.evaluate(() => [
      document.querySelector('.tip:not([hidden])')?.textContent ?? '',
      document.querySelector('[aria-live="polite"]')?.textContent ?? '',
    ]);
    check(
      tip !== '' && tip === voice,
      `${at} ${key}`,
      `tip “${tip}”, voice “${voice}”`,
      'the same words shown and spoken',
    );
    spoken.push(voice ?? '');
  }
  if (marks > 1) check(spoken[0] !== spoken[1], at, spoken[0], 'other words after another arrow');
  await page.keyboard.press('Escape');
  const left = await page.evaluate(() => document.querySelector('.tip:not([hidden])') === null);
  check(left, at, 'the tip stays', 'Esc closes the tip');
  await page.keyboard.press('Tab');
  const inside = await plot.evaluate((each) => each.contains(document.activeElement));
  check(!inside, at, 'Tab stays inside', 'Tab leaves the chart');
}
