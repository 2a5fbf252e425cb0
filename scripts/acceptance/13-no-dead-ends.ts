/** No dead ends: counts on options come true, nothing found offers ways out, a failing card stands alone, failures are told. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../test/site/server';
import type { Criterion, Sheet } from './criterion';
import { changed, type Ground } from '../../test/site/ground';
import { CARD_PAGES, routesOf } from '../../test/site/routes';

export const noDeadEnds: Criterion = {
  number: 13,
  name: 'No dead ends',
  async check(ground, sheet) {
    await checkOptions(ground, sheet);
    await checkEmpty(ground, sheet);
    await checkFailures(ground, sheet);
    // A sample leaves it to test/app/pages/failing-card.spec.ts, which takes away what one card needs.
    if (ground.extent === 'sample') return;
    ground.progress('a damaged database');
    await checkDamage(sheet);
  },
};

/** Options of the filter form, with the reports that each promises; each promise is followed up. */
async function checkOptions(ground: Ground, sheet: Sheet): Promise<void> {
  const path = '/reports?corpus=demo&region=32';
  const options = await ground.withPage(path, { javascript: false }, (page) =>
    page.locator('form[data-filters] select').evaluateAll((all) =>
      all.flatMap((each) => {
        const select = each as HTMLSelectElement;
        return [...select.options].map((option) => ({
          name: select.name,
          value: option.value,
          chosen: option.selected,
          text: option.textContent ?? '',
        }));
      }),
    ),
  );
  let followed = 0;
  for (const { name, value, text, chosen } of options) {
    if (value === '' || chosen || name === 'from' || name === 'to') continue;
    const count = /\(([\d,]+)\)/.exec(text)?.[1];
    sheet.expect(count !== undefined, `${path} ${name}`, text, 'an option with its count');
    if (count === undefined || !['level', 'body', 'form', 'findings', 'basis'].includes(name)) continue;
    ground.progress(`${name}=${value}`);
    const query = new URLSearchParams({ corpus: 'demo', region: '32', [name]: value });
    const { meta } = (await (await ground.ask(`/api/v1/reports?${query}&page_size=1`)).json()) as {
      meta: { row_count: number };
    };
    followed++;
    sheet.expect(
      meta.row_count === Number(count.replaceAll(',', '')),
      `${path} ${name}=${value}`,
      `${meta.row_count} reports`,
      `the ${count} promised`,
    );
  }
  sheet.measured(`${options.length} options, ${followed} counts followed up`);
}

/** Nothing fits: the page names each filter with a way to drop it, and dropping all leads to reports. */
async function checkEmpty(ground: Ground, sheet: Sheet): Promise<void> {
  for (const route of (await routesOf(ground, 'demo')).filter((each) => each.filtered)) {
    const path = changed(route.path, { q: '没有这个名称', region: '61', level: 'county' });
    ground.progress(path);
    const answer = await ground.ask(path, { headers: { 'accept-language': 'zh-CN' } });
    const html = await answer.text();
    const box = /<section class="empty"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    const named = ['没有这个名称', '陕西省', '县级'].filter((word) => !box.includes(word));
    sheet.expect(
      named.length === 0,
      path,
      box === '' ? 'no word about it' : `nothing about ${named.join()}`,
      'the filters that conflict',
    );
    const ways = [...box.matchAll(/href="([^"]+)"/g)].map((match) =>
      (match[1] ?? '').replaceAll('&amp;', '&'),
    );
    const last = ways.at(-1);
    const out = last ? await ground.text(last) : '';
    sheet.expect(
      ways.length >= 4 && out !== '' && !out.includes('class="empty"'),
      path,
      ways,
      'a way out for each and for all',
    );
  }
}

/** What cannot be answered says so by its status. */
async function checkFailures(ground: Ground, sheet: Sheet): Promise<void> {
  const failures: [path: string, status: number, init?: RequestInit][] = [
    ['/no/such/page', 404],
    ['/reports/000000-nobody-1999', 404],
    ['/agencies/000000-nobody', 404],
    ['/embed/nothing?corpus=demo', 404],
    ['/api/v1/reports/none', 404],
    ['/api/v1/chart/nothing.csv', 404],
    ['/api/v1/nothing', 404],
    ['/api/v1/query?metrics=luck', 400],
    ['/api/v1/query.csv?metrics=granted&by=moon', 400],
    ['/api/v1/reports?sort=luck', 400],
    ['/api/v1/reports.csv?region=abc', 400],
    ['/api/v1/reports', 405, { method: 'DELETE' }],
  ];
  for (const [path, status, init] of failures) {
    const answer = await ground.ask(path, init);
    const text = await answer.text();
    sheet.expect(
      answer.status === status && !/node_modules|\n\s+at /.test(text),
      path,
      answer.status,
      String(status),
    );
    if (path.startsWith('/api') || answer.headers.get('content-type')?.startsWith('text/html') !== true)
      continue;
    const ways = /class="ways"[\s\S]*/.exec(text)?.[0].match(/<a /g)?.length ?? 0;
    sheet.expect(
      ways > 1 && /<h1[^>]*>没有这/.test(text),
      path,
      `${ways} ways on`,
      'a title and links that lead on',
    );
  }
}

/** Bytes of a block of the database file. */
const BLOCK = 262_144;

/**
 * Blocks of a copy of the demo database are spoilt one after the other, until there is a page of which some cards
 * fail and others stand. A page may fail whole only when what all of it needs is spoilt.
 */
async function checkDamage(sheet: Sheet): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ogi-damaged-'));
  const source = process.env.DATABASE_DIR || join('data', 'build');
  try {
    for (const name of await readdir(source))
      if (name.startsWith('demo')) await cp(join(source, name), join(folder, name));
    const file = join(folder, 'demo.duckdb');
    const whole = await readFile(file);
    const blocks = Math.floor(whole.length / BLOCK) - 1;
    // From the middle on: the first blocks hold what every page needs.
    for (let tried = 0; tried < blocks; tried++) {
      const block = 1 + ((Math.floor(blocks / 2) + tried) % blocks);
      const spoilt = Buffer.from(whole);
      const at = 12_288 + block * BLOCK + 4096;
      if (at + 64 > spoilt.length) break;
      spoilt.fill(0x5a, at, at + 64);
      await writeFile(file, spoilt);
      const found = await failedCards(folder);
      if (found === null) continue;
      sheet.measured(
        `block ${block} spoilt: on ${found.path} ${found.failed} cards say that they failed, ${found.standing} stand`,
      );
      return sheet.expect(true, 'a damaged database', '', '');
    }
    sheet.expect(
      false,
      'a damaged database',
      'no page with a failed card beside others',
      'a page of which one card fails',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function failedCards(
  folder: string,
): Promise<{ path: string; failed: number; standing: number } | null> {
  const server = await startServer({ settings: { DATABASE_DIR: folder, LOG_LEVEL: 'silent' } });
  try {
    for (const path of CARD_PAGES) {
      const answer = await fetch(`${server.address}${path}?corpus=demo&region=3205`, {
        headers: { 'accept-language': 'zh-CN' },
      });
      if (answer.status !== 200) continue;
      const html = await answer.text();
      const failed = (html.match(/这一项没有做出来/g) ?? []).length;
      const standing = (html.match(/<fieldset class="tabs">/g) ?? []).length;
      if (failed > 0 && standing > 0) return { path, failed, standing };
    }
    return null;
  } finally {
    await server.stop();
  }
}
