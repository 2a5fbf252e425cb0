/** The address is the state: any settings opened again show the same, bad values are told. */
import { check, isWhole, measured, SEED } from '../../site/checks';
import { type PageSite, testPages } from '../../site/site';
import type { Page } from 'playwright-core';
import { pick, type Random, randomOf, shuffled } from '../../../lib/synth/random';
import { changed } from '../../site/http';
import { routesOf } from '../../site/routes';

const SETTINGS = isWhole ? 30 : 2;
/** From route to route, so that a few are of different kinds; prime to the number of routes, so that many are of all. */
const STRIDE = 5;
/** Choices made on a page, so that together the settings touch every control there is. */
const CHOICES = 4;

testPages('the address is the state', async (site) => {
  const random = randomOf(SEED);
  const routes = (await routesOf(site, 'demo')).filter((route) => route.name !== 'api');
  const touched = new Set<string>();
  for (let number = 0; number < SETTINGS; number++) {
    const route = routes[(number * STRIDE) % routes.length];
    if (!route) continue;
    await checkSetting(site, random, { ...route, touched });
  }
  measured(`${SETTINGS} settings with seed ${SEED} touched ${touched.size} controls`);
  await checkBadValues(site);
});

type Asked = { name: string; path: string; touched: Set<string> };

/** Chooses at random, then opens the address in a window that knows nothing and compares. */
async function checkSetting(site: PageSite, random: Random, asked: Asked): Promise<void> {
  const seen = await site.withPage(asked.path, {}, async (page) => {
    for (let step = 0; step < CHOICES; step++) await choose(page, random, asked);
    return { url: page.url().slice(site.address.length), ...(await shown(page)) };
  });
  const again = await site.withPage(seen.url, {}, shown);
  for (const part of ['text', 'rows', 'files'] as const)
    check(again[part] === seen[part], seen.url, difference(seen[part], again[part]), `the same ${part}`);
  const file = /\S+\.csv\S*/.exec(seen.files)?.[0];
  if (!file) return;
  const [one, two] = [await site.text(file), await site.text(file)];
  check(
    one === two && one.includes('\r\n'),
    file,
    `${one.length} and ${two.length} characters`,
    'the same file',
  );
}

type Shown = { text: string; rows: string; files: string };

/** What a reader sees once nothing changes any more: a page says more when its script has come. */
async function shown(page: Page): Promise<Shown> {
  await page.waitForLoadState('load');
  await unfold(page);
  let seen = await read(page);
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(300);
    const now = await read(page);
    if (JSON.stringify(now) === JSON.stringify(seen)) return now;
    seen = now;
  }
  return seen;
}

/** Words of the page, rows of its tables, addresses of its files. */
const read = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const texts = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map((each) => each.textContent ?? '');
    return {
      text: (document.querySelector('main')?.innerText ?? '').replaceAll(/\s+/g, ' '),
      rows: texts('main tbody tr').join('\n'),
      files: [...document.querySelectorAll('a[href*="/api/v1/"]')]
        .map((each) => each.getAttribute('href') ?? '')
        .join(' '),
    };
  });

/** One choice: a select of a form, a link that chooses what a card shows, a head that sorts, or a box of columns. */
async function choose(page: Page, random: Random, { name, touched }: Asked): Promise<void> {
  const controls = await page.evaluate(() => {
    const found: { key: string; selector: string; values: string[]; links: string[] }[] = [];
    for (const [index, form] of [...document.querySelectorAll('main form')].entries()) {
      if (form.getAttribute('method')?.toLowerCase() === 'post') continue;
      form.setAttribute('data-form', String(index));
      for (const select of form.querySelectorAll('select')) {
        const values = [...select.options].filter((each) => !each.selected).map((each) => each.value);
        if (values.length > 0)
          found.push({
            key: select.name,
            selector: `form[data-form="${index}"] select[name="${select.name}"]`,
            values,
            links: [],
          });
      }
    }
    for (const kind of [
      '.choices a:not([aria-current])',
      'thead a',
      '.slice-forms input[name="columns"]',
      'nav.pages a',
    ]) {
      const all = [...document.querySelectorAll(kind)];
      // At once: what the script of the page puts in their place leads to the same addresses.
      const links = all.filter((each) => each instanceof HTMLAnchorElement).map((each) => each.href);
      if (all.length > 0) found.push({ key: kind, selector: kind, values: [], links });
    }
    return found;
  });
  const fresh = controls.filter((control) => !touched.has(`${name} ${control.key}`));
  const control = pick(random, fresh.length > 0 ? fresh : controls.length > 0 ? controls : [NOTHING]);
  if (control === NOTHING) return;
  touched.add(`${name} ${control.key}`);
  if (control.values.length > 0) await send(page, control.selector, pick(random, control.values));
  else if (control.key.includes('input')) await sendColumns(page, random);
  else await page.goto(pick(random, control.links));
}

const NOTHING = { key: '', selector: '', values: [] as string[], links: [] as string[] };

/** Chooses in a select; the filter form goes by itself, others by their button. */
async function send(page: Page, selector: string, value: string): Promise<void> {
  await unfold(page);
  const select = page.locator(selector);
  const form = select.locator('xpath=ancestor::form');
  const isFilter = (await form.getAttribute('data-filters')) !== null;
  if (isFilter) await page.locator('form[data-live]').waitFor();
  const before = page.url();
  const arrived = page.waitForEvent('load', { timeout: 60_000 }).catch(() => null);
  await select.selectOption(value);
  if (!isFilter) await form.locator('button:not([type="button"])').last().click();
  await arrived;
  if (page.url() === before) await page.waitForLoadState('load');
}

async function sendColumns(page: Page, random: Random): Promise<void> {
  await unfold(page);
  const boxes = page.locator('.slice-forms input[name="columns"]');
  for (const index of shuffled(random, [...Array(await boxes.count()).keys()]).slice(0, 3)) {
    const box = boxes.nth(index);
    await box.setChecked(!(await box.isChecked()));
  }
  const arrived = page.waitForEvent('load');
  await page.locator('.slice-forms form button:not([type="button"])').first().click();
  await arrived;
}

const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('main details')) each.setAttribute('open', '');
  });

/** Where two texts part. */
function difference(one: string, two: string): string {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at++;
  return `${one.slice(at, at + 80)} | ${two.slice(at, at + 80)}`;
}

const NONE = ['', ''] as const;
const BAD: Record<string, string> = {
  from: '20',
  region: 'abc',
  level: 'middle',
  body: 'club',
  form: '1999',
  applicant: 'nobody',
  basis: 'some',
  findings: 'few',
  where: 'luck>3',
};

/** Each bad value is told on the page, which shows the rest. */
async function checkBadValues(site: PageSite): Promise<void> {
  const filtered = (await routesOf(site, 'demo')).filter((route) => route.filtered);
  const values = Object.entries(BAD);
  for (const [index, route] of filtered.entries())
    for (const [name, value] of isWhole ? values : [values[index % values.length] ?? NONE]) {
      const path = changed(route.path, { [name]: value });
      const answer = await site.ask(path);
      const html = await answer.text();
      const notice = /<output class="notice">[\s\S]*?<\/output>/.exec(html)?.[0] ?? '';
      check(
        answer.status === 200 && notice.includes(value.replace('>', '&gt;')),
        path,
        `${answer.status} ${notice || 'no notice'}`,
        `a page with a notice that names ${value}`,
      );
    }
}
