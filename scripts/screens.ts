/**
 * `npm run screens`: pictures of the site as it is built, made by a headless Chromium.
 *   without a word    docs/screens again: every page as it opens, some on a phone, in the dark, in English
 *   --approve         test/app/approved again: the ten views that a test compares
 *   --look FOLDER     every page at three widths, light and dark, Chinese and English, for looking at;
 *                     --only NAME,… some of them
 * Starts the site itself, or takes `--address http://…`. Progress and complaints of the browser go to stderr.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { siteAt } from '../test/site/http';
import { launchBrowser } from '../test/site/browser';
import { KEY_VIEWS, takeView } from './screens/key-views';
import { approvable } from './screens/likeness';
import { documentedShots, lookShots, type Shot, takeShot } from './screens/shots';
import { startServer } from '../test/site/server';

const APPROVED = join('test', 'app', 'approved');
const DOCUMENTED = join('docs', 'screens');

/** Most bytes of a picture in the docs. */
const SMALL = 150_000;

const { values } = parseArgs({
  options: {
    address: { type: 'string' },
    approve: { type: 'boolean', default: false },
    look: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const only = values.only.split(',').filter(Boolean);
const isAsked = ({ name }: { name: string }): boolean =>
  only.length === 0 || only.some((each) => name.startsWith(each));

const own = values.address
  ? null
  : await startServer({ settings: { RATE_LIMIT_API: '0', LOG_LEVEL: 'error' } });
const address = values.address ?? own?.address ?? '';
const browser = await launchBrowser();
try {
  const site = siteAt(address);
  if (values.approve) await approve();
  else if (values.look) await takeAll(values.look, await lookShots(site), null);
  else await takeAll(DOCUMENTED, await documentedShots(site), SMALL);
} finally {
  await browser.close();
  await own?.stop();
}

async function takeAll(folder: string, shots: Shot[], most: number | null): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const shot of shots.filter(isAsked)) {
    const { png, complaints } = await takeShot(browser, address, shot, most);
    for (const complaint of complaints) process.stderr.write(`${shot.file}: ${complaint}\n`);
    await writeFile(join(folder, shot.file), png);
    process.stderr.write(`${shot.file} ${(png.length / 1000).toFixed(0)} KB\n`);
  }
}

async function approve(): Promise<void> {
  await mkdir(APPROVED, { recursive: true });
  for (const view of KEY_VIEWS.filter(isAsked)) {
    const png = await approvable(await takeView(browser, address, view));
    await writeFile(join(APPROVED, `${view.name}.png`), png);
    process.stderr.write(`${view.name}.png ${(png.length / 1000).toFixed(0)} KB\n`);
  }
}
