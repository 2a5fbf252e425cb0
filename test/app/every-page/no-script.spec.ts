/** Everything is in the served HTML: heading, pictures with their values in a table, a form and files that work. */
import { check, isWhole } from '../../site/checks';
import { type PageSite, testPages } from '../../site/site';
import type { Page } from 'playwright-core';
import { type Route, routesOf } from '../../site/routes';

testPages('complete without JavaScript', async (site) => {
  const real = await routesOf(site, 'reports');
  const routes = isWhole ? real : real.filter(({ name }) => name === 'overview');
  for (const route of [...routes, ...(await routesOf(site, 'demo'))]) {
    await site.withPage(route.path, { javascript: false }, (page) => checkPage(site, route, page));
  }
});

/** Pages of the demo whose files and form a sample tries. */
const SAMPLED = new Set(['agency', 'data']);

async function checkPage(site: PageSite, route: Route, page: Page): Promise<void> {
  const headings = await page.locator('h1').count();
  check(headings === 1, route.path, `${headings} h1`, 'one h1');
  const [title, language] = [await page.title(), await page.locator('html').getAttribute('lang')];
  check(title !== '' && language === 'zh-CN', route.path, [title, language], 'a title, and a language');
  const words = (await page.locator('main').innerText()).length;
  check(words > 200, route.path, `${words} characters`, 'its text in the HTML');
  const isDemo = (await page.locator('aside.demo').count()) > 0;
  check(
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
    check(role === 'img', `${route.path}#${name}`, role, 'a picture to a screen reader');
    check(marks > 1, `${route.path}#${name}`, `${marks} marks`, 'a picture with marks');
    check(cells > 0, `${route.path}#${name}`, 'no table cells', 'a table of the same values');
  }
  if (!isWhole && !SAMPLED.has(route.name)) return;
  await checkFiles(site, route, page);
  if (route.filtered) await checkForm(route, page);
}

/** Every CSV that the page links to: whole, and of the type it says. */
async function checkFiles(site: PageSite, route: Route, page: Page): Promise<void> {
  const links = await page
    .locator('a[href*=".csv"]')
    .evaluateAll((all) => [...new Set(all.map((each) => each.getAttribute('href') ?? ''))]);
  for (const link of links) {
    const answer = await site.ask(link, { method: 'HEAD' });
    const type = answer.headers.get('content-type') ?? '';
    check(
      answer.status === 200 && type.startsWith('text/csv'),
      `${route.path}: ${link}`,
      `${answer.status} ${type}`,
      '200 text/csv',
    );
  }
}

/** A level is chosen and sent by the form's own button. */
async function checkForm(route: Route, page: Page): Promise<void> {
  const form = page.locator('form[data-filters]');
  const value = await form
    .locator('select[name="level"] option')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value).find((each) => each !== ''));
  if (value === undefined) return check(false, route.path, 'no level to choose', 'a choice of levels');
  await form.locator('select[name="level"]').selectOption(value);
  await Promise.all([page.waitForEvent('load'), form.locator('button').last().click()]);
  const chosen = new URL(page.url()).searchParams.get('level');
  check(chosen === value, route.path, page.url(), `level=${value} in the address`);
  check((await page.locator('.chips .chip').count()) > 0, route.path, 'no chip', 'a chip for the level');
}
