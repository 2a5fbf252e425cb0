/** The address is the state: any settings opened again show the same, Back leads through choices, bad values are told. */
import type { Page } from 'playwright-core';
import { pick, type Random, randomOf, shuffled } from '../../lib/synth/random';
import type { Criterion, Sheet } from './criterion';
import { changed, type Ground } from '../../test/site/ground';
import { routesOf } from '../../test/site/routes';

const SETTINGS = { sample: 2, whole: 30 };
/** From route to route, so that a few are of different kinds; prime to the number of routes, so that many are of all. */
const STRIDE = 5;
/** Choices made on a page, so that together the settings touch every control there is. */
const CHOICES = 4;

export const addressIsState: Criterion = {
  number: 2,
  name: 'The address is the state',
  async check(ground, sheet) {
    const random = randomOf(ground.seed);
    const routes = (await routesOf(ground, 'demo')).filter((route) => route.name !== 'api');
    const touched = new Set<string>();
    const settings = SETTINGS[ground.extent];
    for (let number = 0; number < settings; number++) {
      const route = routes[(number * STRIDE) % routes.length];
      if (!route) continue;
      ground.progress(`setting ${number + 1} of ${settings}: ${route.name}`);
      await checkSetting(ground, sheet, random, { ...route, touched });
    }
    sheet.measured(`${settings} settings with seed ${ground.seed} touched ${touched.size} controls`);
    // A sample leaves it to test/app/pages/topics.spec.ts, which goes back through chosen places.
    if (ground.extent === 'whole') await checkBack(ground, sheet, random);
    await checkBadValues(ground, sheet);
  },
};

type Asked = { name: string; path: string; touched: Set<string> };

/** Chooses at random, then opens the address in a window that knows nothing and compares. */
async function checkSetting(ground: Ground, sheet: Sheet, random: Random, asked: Asked): Promise<void> {
  const seen = await ground.withPage(asked.path, {}, async (page) => {
    for (let step = 0; step < CHOICES; step++) await choose(page, random, asked);
    return { url: page.url().slice(ground.address.length), ...(await shown(page)) };
  });
  const again = await ground.withPage(seen.url, {}, shown);
  for (const part of ['text', 'rows', 'files'] as const)
    sheet.expect(
      again[part] === seen[part],
      seen.url,
      difference(seen[part], again[part]),
      `the same ${part}`,
    );
  const file = /\S+\.csv\S*/.exec(seen.files)?.[0];
  if (!file) return;
  const [one, two] = [await ground.text(file), await ground.text(file)];
  sheet.expect(
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

/** Five choices, five Backs: each shows the address and the controls of the choice before. */
async function checkBack(ground: Ground, sheet: Sheet, random: Random): Promise<void> {
  const names = shuffled(random, ['from', 'province', 'level', 'body', 'applicant', 'basis', 'to']).slice(
    0,
    5,
  );
  await ground.withPage('/outcomes?corpus=demo', {}, async (page) => {
    const state = async (name: string): Promise<string> =>
      `${page.url()} ${await page.locator(`form[data-live] select[name="${name}"]`).inputValue()}`;
    const states: { name: string; state: string }[] = [];
    for (const name of names) {
      await page.locator('form[data-live]').waitFor();
      const values = await page
        .locator(`form[data-live] select[name="${name}"] option`)
        .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value).filter(Boolean));
      // A slice without reports offers no years.
      if (values.length === 0) continue;
      states.push({ name, state: await state(name) });
      await send(page, `form[data-filters] select[name="${name}"]`, pick(random, values));
    }
    sheet.expect(
      states.length >= LEAST_BACKS,
      'choices to go back through',
      String(states.length),
      `at least ${LEAST_BACKS}`,
    );
    for (const before of states.reverse()) {
      await page.locator('form[data-live]').waitFor();
      await page.goBack();
      await page.locator('form[data-live]').waitFor();
      const now = await state(before.name);
      sheet.expect(now === before.state, `Back over ${before.name}`, now, before.state);
    }
    sheet.measured(`Back led through ${states.map((each) => each.name).join(', ')}`);
  });
}

/** Choices that there must be to go back through, whatever chance chose. */
const LEAST_BACKS = 3;

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
async function checkBadValues(ground: Ground, sheet: Sheet): Promise<void> {
  const filtered = (await routesOf(ground, 'demo')).filter((route) => route.filtered);
  const values = Object.entries(BAD);
  for (const [index, route] of filtered.entries())
    for (const [name, value] of ground.extent === 'whole'
      ? values
      : [values[index % values.length] ?? NONE]) {
      const path = changed(route.path, { [name]: value });
      const answer = await ground.ask(path);
      const html = await answer.text();
      const notice = /<output class="notice">[\s\S]*?<\/output>/.exec(html)?.[0] ?? '';
      sheet.expect(
        answer.status === 200 && notice.includes(value.replace('>', '&gt;')),
        path,
        `${answer.status} ${notice || 'no notice'}`,
        `a page with a notice that names ${value}`,
      );
    }
}
