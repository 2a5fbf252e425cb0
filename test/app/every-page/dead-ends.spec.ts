/** No dead ends: counts on options come true, nothing found offers ways out, failures are told. */
import { check, measured } from '../../site/checks';
import { type PageSite, testPages } from '../../site/site';
import { changed } from '../../site/http';
import { routesOf } from '../../site/routes';

testPages('nothing leads to a dead end', async (site) => {
  await checkOptions(site);
  await checkEmpty(site);
  await checkFailures(site);
});

/** Options of the filter form, with the reports that each promises; each promise is followed up. */
async function checkOptions(site: PageSite): Promise<void> {
  const path = '/reports?corpus=demo&region=32';
  const options = await site.withPage(path, { javascript: false }, (page) =>
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
    check(count !== undefined, `${path} ${name}`, text, 'an option with its count');
    if (count === undefined || !['level', 'body', 'form', 'findings', 'basis'].includes(name)) continue;
    const query = new URLSearchParams({ corpus: 'demo', region: '32', [name]: value });
    const { meta } = (await (await site.ask(`/api/v1/reports?${query}&page_size=1`)).json()) as {
      meta: { row_count: number };
    };
    followed++;
    check(
      meta.row_count === Number(count.replaceAll(',', '')),
      `${path} ${name}=${value}`,
      `${meta.row_count} reports`,
      `the ${count} promised`,
    );
  }
  measured(`${options.length} options, ${followed} counts followed up`);
}

/** Nothing fits: the page names each filter with a way to drop it, and dropping all leads to reports. */
async function checkEmpty(site: PageSite): Promise<void> {
  for (const route of (await routesOf(site, 'demo')).filter((each) => each.filtered)) {
    const path = changed(route.path, { q: '没有这个名称', region: '61', level: 'county' });
    const answer = await site.ask(path, { headers: { 'accept-language': 'zh-CN' } });
    const html = await answer.text();
    const box = /<section class="empty"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    const named = ['没有这个名称', '陕西省', '县级'].filter((word) => !box.includes(word));
    check(
      named.length === 0,
      path,
      box === '' ? 'no word about it' : `nothing about ${named.join()}`,
      'the filters that conflict',
    );
    const ways = [...box.matchAll(/href="([^"]+)"/g)].map((match) =>
      (match[1] ?? '').replaceAll('&amp;', '&'),
    );
    const last = ways.at(-1);
    const out = last ? await site.text(last) : '';
    check(
      ways.length >= 4 && out !== '' && !out.includes('class="empty"'),
      path,
      ways,
      'a way out for each and for all',
    );
  }
}

/** What cannot be answered says so by its status. */
async function checkFailures(site: PageSite): Promise<void> {
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
    const answer = await site.ask(path, init);
    const text = await answer.text();
    check(
      answer.status === status && !/node_modules|\n\s+at /.test(text),
      path,
      answer.status,
      String(status),
    );
    if (path.startsWith('/api') || answer.headers.get('content-type')?.startsWith('text/html') !== true)
      continue;
    const ways = /class="ways"[\s\S]*/.exec(text)?.[0].match(/<a /g)?.length ?? 0;
    check(
      ways > 1 && /<h1[^>]*>没有这/.test(text),
      path,
      `${ways} ways on`,
      'a title and links that lead on',
    );
  }
}
