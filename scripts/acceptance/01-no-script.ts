/** Everything is in the served HTML: heading, pictures with their values in a table, a form and files that work. */
import type { Page } from 'playwright-core';
import type { Criterion, Sheet } from './criterion';
import type { Ground } from '../../test/site/ground';
import { type Route, routesOf } from '../../test/site/routes';

export const noScript: Criterion = {
  number: 1,
  name: 'Complete without JavaScript',
  async check(ground, sheet) {
    const real = await routesOf(ground, 'reports');
    const routes = ground.extent === 'whole' ? real : real.filter(({ name }) => name === 'overview');
    for (const route of [...routes, ...(await routesOf(ground, 'demo'))]) {
      ground.progress(route.path);
      await ground.withPage(route.path, { javascript: false }, (page) =>
        checkPage(ground, sheet, route, page),
      );
    }
  },
};

/** Pages of the demo whose files and form a sample tries. */
const SAMPLED = new Set(['agency', 'data']);

async function checkPage(ground: Ground, sheet: Sheet, route: Route, page: Page): Promise<void> {
  const headings = await page.locator('h1').count();
  sheet.expect(headings === 1, route.path, `${headings} h1`, 'one h1');
  const [title, language] = [await page.title(), await page.locator('html').getAttribute('lang')];
  sheet.expect(
    title !== '' && language === 'zh-CN',
    route.path,
    [title, language],
    'a title, and a language',
  );
  const words = (await page.locator('main').innerText()).length;
  sheet.expect(words > 200, route.path, `${words} characters`, 'its text in the HTML');
  const isDemo = (await page.locator('aside.demo').count()) > 0;
  sheet.expect(
    isDemo === route.path.includes('corpus=demo'),
    route.path,
    `the mark of invented data: ${isDemo}`,
    'the mark on every page of the demo, and on no other',
  );
  const charts = await page.locator('svg.chart').evaluateAll((all) =>
    all.map((svg) => {
      const card = svg.closest('section.card, .card') ?? svg.closest('section');
      return {
        name: card?.id ?? svg.id,
        role: svg.getAttribute('role'),
        marks: svg.querySelectorAll('rect, path, circle, line').length,
        cells: card?.querySelectorAll('table td').length ?? 0,
      };
    }),
  );
  for (const { name, role, marks, cells } of charts) {
    sheet.expect(role === 'img', `${route.path}#${name}`, role, 'a picture to a screen reader');
    sheet.expect(marks > 1, `${route.path}#${name}`, `${marks} marks`, 'a picture with marks');
    sheet.expect(cells > 0, `${route.path}#${name}`, 'no table cells', 'a table of the same values');
  }
  if (ground.extent === 'sample' && !SAMPLED.has(route.name)) return;
  await checkFiles(ground, sheet, route, page);
  if (route.filtered) await checkForm(sheet, route, page);
}

/** Every CSV that the page links to: whole, and of the type it says. */
async function checkFiles(ground: Ground, sheet: Sheet, route: Route, page: Page): Promise<void> {
  const links = await page
    .locator('a[href*=".csv"]')
    .evaluateAll((all) => [...new Set(all.map((each) => each.getAttribute('href') ?? ''))]);
  for (const link of links) {
    const answer = await ground.ask(link, { method: 'HEAD' });
    const type = answer.headers.get('content-type') ?? '';
    sheet.expect(
      answer.status === 200 && type.startsWith('text/csv'),
      `${route.path}: ${link}`,
      `${answer.status} ${type}`,
      '200 text/csv',
    );
  }
}

/** A level is chosen and sent by the form's own button. */
async function checkForm(sheet: Sheet, route: Route, page: Page): Promise<void> {
  const form = page.locator('form[data-filters]');
  const value = await form
    .locator('select[name="level"] option')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value).find((each) => each !== ''));
  if (value === undefined) return sheet.expect(false, route.path, 'no level to choose', 'a choice of levels');
  await form.locator('select[name="level"]').selectOption(value);
  await Promise.all([page.waitForEvent('load'), form.locator('button').last().click()]);
  const chosen = new URL(page.url()).searchParams.get('level');
  sheet.expect(chosen === value, route.path, page.url(), `level=${value} in the address`);
  sheet.expect(
    (await page.locator('.chips .chip').count()) > 0,
    route.path,
    'no chip',
    'a chip for the level',
  );
}
