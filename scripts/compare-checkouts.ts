/**
 * `npm run --silent compare-checkouts -- OLD NEW [--only records,csv,pictures,links,texts] [--reports N] [--documents DIR]
 * [--pages N]`: whether two checkouts of this project, each with its node_modules, behave alike. Only commands and HTTP are
 * used, so the two may be laid out in any way. Prints what was compared, equal and different, with the first difference of
 * each; status 1 when anything differs. Builds what a checkout has not built yet.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checkouts, compareRecords, prepareSite } from './compare-checkouts/commands';
import { compareFiles, comparePages, comparePictures, crawl } from './compare-checkouts/pages';
import { openTally, PARTS, type Part } from './compare-checkouts/tally';
import { startServer } from '../test/site/server';

/** What started the server of a checkout that has no server.js; it reads PORT and HOSTNAME too. */
const BEFORE_SERVER = join('node_modules', 'next', 'dist', 'bin', 'next');

const USAGE = `usage: npm run --silent compare-checkouts -- OLD NEW [--only ${PARTS.join(',')}] [--reports N] [--documents DIR] [--pages N]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: PARTS.join(',') },
    reports: { type: 'string', default: '600' },
    documents: { type: 'string', multiple: true, default: [] },
    pages: { type: 'string', default: '150' },
  },
});
const only = values.only.split(',');
const isPart = (name: string): name is Part => PARTS.some((part) => part === name);
const [before, after] = positionals.map((folder) => resolve(folder));
if (!before || !after || positionals.length !== 2 || !only.every(isPart)) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const checkouts = { before, after };
const reports = Number(values.reports);
const documents = values.documents.map((folder) => resolve(folder));
const work = mkdtempSync(join(tmpdir(), 'compare-checkouts-'));
const tally = openTally();
try {
  if (only.includes('records')) await compareRecords(checkouts, { work, reports, documents }, tally);
  if (only.some((part) => part !== 'records')) await compareSites(checkouts);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = tally.print(only) ? 0 : 1;

/** Both sites at the same time, over the same invented reports and the same ingested documents. */
async function compareSites({ before, after }: Checkouts): Promise<void> {
  const start = async (checkout: string, name: string) => {
    const databases = await prepareSite(checkout, {
      work: join(work, name),
      reports,
      documents,
      from: before,
    });
    return startServer({
      folder: checkout,
      command: existsSync(join(checkout, 'server.js')) ? ['server.js'] : [BEFORE_SERVER, 'start'],
      settings: {
        DATABASE_DIR: databases,
        RATE_LIMIT_API: '0',
        RATE_LIMIT_EXPORTS: '0',
        LOG_LEVEL: 'error',
      },
      patienceSeconds: 120,
    });
  };
  // One after the other: a build takes every processor there is.
  const old = await start(before, 'before');
  try {
    const fresh = await start(after, 'after');
    try {
      const sites = { before: old.address, after: fresh.address };
      if (only.includes('csv')) await compareFiles(sites, tally);
      const pages = await crawl(old.address, Number(values.pages));
      if (only.includes('pictures')) await comparePictures(sites, pages, tally);
      if (only.includes('links') || only.includes('texts')) await comparePages(sites, pages, tally);
    } finally {
      await fresh.stop();
    }
  } finally {
    await old.stop();
  }
}
