/** What is missing is not 0: five kinds of no number tell apart everywhere, lines break, rates rest on n/N. */
import { check, isWhole, measured } from '../../site/checks';
import { type PageSite, testPages } from '../../site/site';
import { CARD_PAGES } from '../../site/routes';
import { servedCards } from '../../site/served-cards';

const STATES = ['blank', 'dash', 'unreadable', 'absent'] as const;
const SLICE = 'corpus=demo&basis=all';

testPages('what is missing is not 0', async (site) => {
  await checkStates(site);
  await checkGaps(site);
  await checkBase(site);
  await checkNoDenominator(site);
});

type Printed = { report: string; field: string };

/** A cell printed as 0 and one of each kind without a number, found in the cells of the corpus. */
async function findCells(site: PageSite): Promise<Map<string, Printed>> {
  const wanted = new Set<string>(['zero', ...STATES]);
  const found = new Map<string, Printed>();
  const answer = await site.ask(`/api/v1/cells.jsonl?${SLICE}`);
  const reader = (answer.body ?? new Blob([]).stream()).pipeThrough(new TextDecoderStream());
  let rest = '';
  for await (const piece of reader) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const cell = JSON.parse(line) as {
        report_id: string;
        field: string;
        state: string;
        value: number | null;
      };
      const kind = cell.state === 'number' && cell.value === 0 ? 'zero' : cell.state;
      if (!wanted.delete(kind)) continue;
      found.set(kind, { report: cell.report_id, field: cell.field });
    }
    if (wanted.size === 0) break;
  }
  return found;
}

/** The words of each kind: on the report's page, in its popover, in the data table, in the file. */
async function checkStates(site: PageSite): Promise<void> {
  const cells = await findCells(site);
  const words: Record<'page' | 'tooltip' | 'table' | 'file', Map<string, string>> = {
    page: new Map(),
    tooltip: new Map(),
    table: new Map(),
    file: new Map(),
  };
  for (const [kind, { report, field }] of cells) {
    const reading = { javascript: isWhole };
    await site.withPage(`/reports/${encodeURIComponent(report)}?corpus=demo`, reading, async (page) => {
      const cell = page.locator(`[id="${field}"]`).first();
      words.page.set(kind, (await cell.locator('button').innerText()).trim());
      words.tooltip.set(kind, (await page.locator(`[id="cell-${field}"] dd`).nth(1).textContent()) ?? '');
    });
    const agency = report.replace(/-\d{4}$/, '');
    const year = report.slice(-4);
    const one = `corpus=demo&basis=all&agency=${encodeURIComponent(agency)}&from=${year}&to=${year}`;
    const html = await site.text(`/data?${one}&columns=agency,${field}`);
    words.table.set(kind, textOf(/<tbody>[\s\S]*?<td[^>]*>([\s\S]*?)<\/td>/.exec(html)?.[1] ?? ''));
    const rows = (await site.text(`/api/v1/cells.csv?${one}`)).split('\r\n');
    const line = rows.find((each) => each.includes(`,${field},`)) ?? '';
    words.file.set(kind, /,(number|blank|dash|unreadable|ambiguous|absent),/.exec(line)?.[1] ?? line);
  }
  for (const kind of ['zero', ...STATES])
    check(cells.has(kind), SLICE, `no cell that is ${kind}`, 'a cell of each kind in the demo');
  for (const [where, seen] of Object.entries(words)) {
    const texts = [...seen.values()];
    const shown = [...seen].map(([kind, text]) => `${kind}: ${text}`).join(', ');
    check(texts.every(Boolean) && new Set(texts).size === texts.length, where, shown, 'five different words');
    measured(`${where}: ${shown}`);
  }
  check(words.page.get('zero') === '0', 'page', words.page.get('zero'), 'a printed 0 as 0');
}

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, '').trim();

type Answer = { rows: Record<string, number | string | null>[] };

/** An agency with a year missing between two others: its line breaks. One year alone is a marker. */
async function checkGaps(site: PageSite): Promise<void> {
  const { rows } = (await (
    await site.ask(
      '/api/v1/query?corpus=demo&metrics=carried_in&by=agency,year&level=county&region=32&basis=all',
    )
  ).json()) as Answer;
  const years = new Map<string, number[]>();
  for (const { agency, year, carried_in: value } of rows)
    if (value !== null) years.set(String(agency), [...(years.get(String(agency)) ?? []), Number(year)]);
  const gap = [...years].find(([, all]) => all.length > 2 && (all.at(-1) ?? 0) - (all[0] ?? 0) >= all.length);
  check(gap !== undefined, 'demo', 'no agency with a gap', 'an agency with a year missing between others');
  if (gap) {
    const [agency, seen] = gap;
    const path = `/requests?corpus=demo&agency=${encodeURIComponent(agency)}`;
    const lines = await site.withPage(path, {}, (page) =>
      page
        .locator('#requests-carried figure.plot')
        .first()
        .locator('path[fill="none"], [fill="none"] path')
        .evaluateAll((all) => all.map((each) => each.getAttribute('d') ?? '')),
    );
    const runs = seen.filter((year, index) => index === 0 || seen[index - 1] !== year - 1).length;
    const drawn = lines.map((d) => (d.match(/M/g) ?? []).length);
    check(
      drawn.some((moves) => moves >= runs - 1) &&
        !lines.some((d) => (d.match(/L/g) ?? []).length >= seen.length),
      path,
      `years ${seen.join()}, lines ${lines.slice(0, 4).join(' ; ')}`,
      `a line in ${runs} parts`,
    );
    measured(`${agency}: years ${seen.join(', ')}, the line has ${runs} parts`);
  }
  const single = '/requests?corpus=demo&from=2022&to=2022';
  const markers = await site.withPage(single, {}, (page) =>
    page.locator('#requests-carried figure.plot').first().locator('circle, [data-series]').count(),
  );
  check(markers > 0, single, `${markers} markers`, 'a marker for a year alone');
}

/** Every card says on how many of the reports it rests; a rate stands with both its terms. */
async function checkBase(site: PageSite): Promise<void> {
  let rates = 0;
  for (const path of CARD_PAGES) {
    const html = await site.text(`${path}?corpus=demo`, { headers: { 'accept-language': 'zh-CN' } });
    for (const foot of html.match(/<p class="foot">[\s\S]*?<\/p>/g) ?? [])
      check(/[\d,]+／[\d,]+/.test(textOf(foot)), path, textOf(foot), 'n/N reports under the card');
    for (const card of servedCards(html))
      for (const panel of card.panels)
        for (const mark of panel.marks.filter((each) => /：\d[\d.]*%/.test(each.text))) {
          rates++;
          check(
            /（[\d,]+／[\d,]+，[\d,]+ 份报告/.test(mark.text),
            `${path}#${card.id}`,
            mark.text,
            'a rate with n/N and its reports',
          );
        }
  }
  measured(`${rates} rates with both terms and their reports`);
}

/** An agency that handled nothing: its rate cannot be computed, in words. */
async function checkNoDenominator(site: PageSite): Promise<void> {
  const { rows } = (await (
    await site.ask(
      '/api/v1/query?corpus=demo&metrics=outcomes_total,disclosure_rate&by=agency,year&level=township&basis=all&region=61',
    )
  ).json()) as Answer;
  const nothing = rows.find((row) => row.outcomes_total === 0);
  check(
    nothing !== undefined && nothing.disclosure_rate === null,
    'demo',
    nothing,
    'a report with 0 handled and a rate of null',
  );
  if (!nothing) return;
  const path = `/data?corpus=demo&basis=all&agency=${encodeURIComponent(String(nothing.agency))}&from=${nothing.year}&to=${nothing.year}&columns=agency,disclosure_rate`;
  const html = await site.text(path, { headers: { 'accept-language': 'zh-CN' } });
  check(html.includes('无法计算'), path, 'another text', '无法计算');
}
