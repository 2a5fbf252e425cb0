/** Nothing is short in silence: counts agree everywhere, and what breaks off looks broken. */
import { parse } from 'csv-parse/sync';
import { execFile } from 'node:child_process';
import { type Server, startServer } from '../../test/site/server';
import type { Criterion, Sheet } from './criterion';
import { changed, type Extent, type Ground } from '../../test/site/ground';

/** The last ones are the sample. */
const SLICES = [
  'corpus=demo',
  'corpus=demo&basis=all',
  'corpus=demo&level=county',
  'basis=all',
  'corpus=demo&region=32&from=2021',
  'corpus=demo&basis=all&where=requests.new_requests.total>=1000',
  'corpus=demo&q=教育局&basis=all',
];

const SAMPLED = 3;
/** Where a sample counts cells: those of all places are a file of megabytes. */
const SAMPLED_REGION = '32';

export const neverShort: Criterion = {
  number: 5,
  name: 'Never short in silence',
  async check(ground, sheet) {
    for (const slice of ground.extent === 'whole' ? SLICES : SLICES.slice(-SAMPLED)) {
      ground.progress(slice);
      await checkCounts(ground, sheet, slice);
    }
    await checkPaging(ground, sheet, ground.extent === 'whole' ? '32' : '11');
    ground.progress('a file that breaks off');
    await checkBroken(sheet, ground.extent);
  },
};

/** Rows in the file = its header = the JSON = what the pages say. */
async function checkCounts(ground: Ground, sheet: Sheet, slice: string): Promise<void> {
  const answer = await ground.ask(`/api/v1/reports.csv?${slice}&columns=agency,year`);
  const lines: string[][] = parse(await answer.text(), { bom: true, from: 2 });
  const told = Number(answer.headers.get('x-row-count'));
  const { meta } = (await (await ground.ask(`/api/v1/reports?${slice}&page_size=1`)).json()) as {
    meta: { row_count: number };
  };
  const shown = await Promise.all(
    ['/data', '/reports'].map(async (path) => {
      const html = await ground.text(`${path}?${slice}`);
      const count = /<p class="count">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
      return Number((/<b>([\d,]+)/.exec(count)?.[1] ?? '').replaceAll(',', ''));
    }),
  );
  sheet.expect(
    [told, meta.row_count, ...shown].every((count) => count === lines.length),
    slice,
    `${lines.length} lines, X-Row-Count ${told}, JSON ${meta.row_count}, pages ${shown.join(' and ')}`,
    'one number everywhere',
  );
  const cells = await ground.ask(
    changed(`/api/v1/cells.csv?${slice}`, {
      from: '2023',
      to: '2023',
      ...(ground.extent === 'whole' ? {} : { region: SAMPLED_REGION }),
    }),
  );
  const ends = (await cells.text()).split('\r\n').length - 2;
  sheet.expect(
    String(ends) === cells.headers.get('x-row-count'),
    `cells ${slice}`,
    ends,
    `${cells.headers.get('x-row-count')} lines`,
  );
}

/** Page by page the list has every row once. */
async function checkPaging(ground: Ground, sheet: Sheet, region: string): Promise<void> {
  const seen = new Set<unknown>();
  let rows = 0;
  let path: string | null = `/api/v1/reports?corpus=demo&basis=all&region=${region}&page_size=200`;
  while (path !== null) {
    const answer = await ground.ask(path);
    const page = (await answer.json()) as {
      rows: { id: unknown }[];
      meta: { row_count: number; page: number; pages: number };
    };
    for (const row of page.rows) seen.add(row.id);
    rows = page.meta.row_count;
    path = page.meta.page < page.meta.pages ? changed(path, { page: String(page.meta.page + 1) }) : null;
  }
  sheet.expect(seen.size === rows, 'paging', `${seen.size} reports`, `${rows} reports, each once`);
  sheet.measured(`${rows} reports of one province, page by page`);
}

/** A server that ends in the middle of a file leaves curl with an error, and any reader with a broken answer. */
async function checkBroken(sheet: Sheet, extent: Extent): Promise<void> {
  const path = '/api/v1/cells.csv?corpus=demo&basis=all';
  const start = (): Promise<Server> => startServer({ settings: { LOG_LEVEL: 'fatal' } });
  const victim = await start();
  const answer = await fetch(victim.address + path);
  // In a sample both read from one server; the start after it was killed is in test/app/http/hostile.spec.ts.
  const byCurl = extent === 'sample' ? curl(victim.address + path) : null;
  if (byCurl) await new Promise((resolve) => setTimeout(resolve, CURL_READS_MS));
  victim.process.kill('SIGKILL');
  const whole = await answer.text().then(
    () => true,
    () => false,
  );
  sheet.expect(!whole, path, 'an answer that ends well', 'an answer that breaks off');
  const ended = await (byCurl ?? afterNextStart(sheet, start, path));
  if (ended === 'missing') sheet.measured('curl is not installed; a client of Node saw the answer break off');
  else sheet.expect(ended !== 0, `curl ${path}`, `status ${ended}`, 'an exit status other than 0');
}

/** How long curl reads before its server is killed. */
const CURL_READS_MS = 700;

/** The server starts again after it was killed; how curl ends when it is killed once more. */
async function afterNextStart(
  sheet: Sheet,
  start: () => Promise<Server>,
  path: string,
): Promise<number | string> {
  const second = await start();
  const ready = await fetch(`${second.address}/readyz`);
  sheet.expect(ready.status === 200, 'the next start', ready.status, '200: it starts again');
  setTimeout(() => second.process.kill('SIGKILL'), CURL_READS_MS);
  return curl(second.address + path);
}

/** Exit status of curl reading slowly, or `missing` where there is no curl. */
function curl(url: string): Promise<number | string> {
  return new Promise((resolve) => {
    execFile('curl', ['-s', '--limit-rate', '2M', '-o', '/dev/null', url], (error) => {
      if (error === null) resolve(0);
      else resolve(error.code === 'ENOENT' ? 'missing' : (error.code ?? 'killed'));
    });
  });
}
