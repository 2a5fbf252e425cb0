import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GET as file } from '../../app/api/v1/[file]/route';
import { GET as bundle } from '../../app/api/v1/bundle.zip/route';
import { GET as cellsCsv } from '../../app/api/v1/cells.csv/route';
import { openSource } from '../../lib/export/open';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { type Corpus, corpusOf, selectReports } from '../../lib/query';
import { reportSource } from '../../lib/query/files/report-source';
import type { Range } from '../../lib/query/files/table-source';
import { keptFolder } from '../store/kept-corpus';
import { temporaryFolder } from '../store/small-corpus';

let corpus: Corpus;
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
  process.env.DATABASE_DIR = await keptFolder({ demo: { synthetic: { reports: 400, seed: 12 } } });
  corpus = corpusOf('demo');
  // Its own: what other tests write at the same time lies elsewhere.
  vi.stubEnv('TMPDIR', temporary.path);
});
afterAll(async () => {
  delete process.env.DATABASE_DIR;
  vi.unstubAllEnvs();
  await temporary.remove();
});

const asked = (name: string, signal: AbortSignal): Promise<Response> => {
  const request = new Request(`http://localhost/api/v1/${name}?corpus=demo&basis=all`, { signal });
  if (name === 'cells.csv') return cellsCsv(request);
  return name === 'bundle.zip' ? bundle(request) : file(request, { params: Promise.resolve({ file: name }) });
};

test('clients that leave in a row, early or half-way, leave nothing behind and the next one is served', async () => {
  const names = ['cells.csv', 'cells.jsonl', 'cells.xlsx', 'bundle.zip', 'reports.parquet'];
  for (let i = 0; i < 15; i++) {
    const gone = new AbortController();
    const response = asked(names[i % names.length] ?? '', gone.signal).catch(() => null);
    if (i % 3 === 0) setTimeout(() => gone.abort(), i);
    const reader = (await response)?.body?.getReader();
    await reader?.read().catch(() => undefined);
    gone.abort();
    await reader?.cancel().catch(() => undefined);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  const filters = { ...DEFAULT_FILTERS, basis: 'all' as const, corpus: 'demo' as const };
  expect((await selectReports(corpus, filters)).meta.reports).toBe(400);
  const whole = await asked('cells.csv', new AbortController().signal);
  expect((await whole.text()).trim().split('\r\n')).toHaveLength(
    Number(whole.headers.get('x-row-count')) + 1,
  );
  expect(await readdir(temporary.path)).toEqual([]);
});

test.each(['csv', 'jsonl', 'xlsx'] as const)(
  '%s that would be shorter than was counted fails',
  async (format) => {
    const source = reportSource({ ...DEFAULT_FILTERS, basis: 'all', corpus: 'demo' }, ['year']);
    const short = {
      ...source,
      from: (range: Range) => `${source.from(range)} AND reports.report_no <> 200`,
    };
    const { signal } = new AbortController();
    const opened = await openSource(corpus, short, format, { language: 'zh', bom: false }, signal);
    const drain = async (): Promise<void> => {
      for await (const _ of opened.chunks);
    };
    await expect(drain()).rejects.toThrow('found 399 lines, expected 400');
  },
);
