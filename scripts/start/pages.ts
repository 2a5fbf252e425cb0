/** The built pages: whether they are older than their sources, and building them. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ended, isStopping, startNode } from './child';
import type { Display } from './display';

export const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');
const SOURCES = [
  'app',
  'lib',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'tsconfig.json',
];
const BUILD = '.next';
/**
 * Written when a build is whole, with the time it began: what changed since then is not in it. Next clears the folder
 * before it builds, so an interrupted build, and one of another kind (`npm run standalone`), has none.
 */
export const STAMP = join(BUILD, 'built-from');
/** Outlives the build folder: how long the last build took on this machine. */
const LAST_SECONDS = join('node_modules', '.cache', 'ogi-annual-reports', 'pages-seconds');
/** On two idle cores, beside the building of the databases. */
const USUAL_SECONDS = 40;

/** What Next writes when it goes on to a step, the step's name, and what part of the time lies before it. */
const STEPS: [RegExp, string, number][] = [
  [/Creating an optimized/, 'compiling', 0],
  [/Compiled successfully/, 'compiled', 0.8],
  [/Collecting page data/, 'collecting', 0.84],
  [/Generating static pages/, 'making the still ones', 0.9],
  [/Finalizing/, 'finishing', 0.96],
];

/** Whether the pages were never built whole or a source changed since. */
export async function isBuildOld(): Promise<boolean> {
  if (!existsSync(STAMP) || !existsSync(join(BUILD, 'BUILD_ID'))) return true;
  const began = Number(await readFile(STAMP, 'utf8'));
  return !(Math.max(...(await Promise.all(SOURCES.map(newestChange)))) <= began);
}

/** Time of the latest change of a file or of anything in a folder. */
async function newestChange(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestChange(join(path, name))));
  return Math.max(own.mtimeMs, ...inside);
}

/**
 * Builds the pages; the exit status of Next. What an interrupted build left behind can spoil the next one, so that is
 * tried once more without it.
 */
export async function buildPages(display: Display): Promise<number> {
  const status = await build(display);
  if (status === 0 || isStopping()) return status;
  display.say(`${BUILD}: the build failed, building once more from nothing`);
  await rm(BUILD, { recursive: true, force: true });
  return build(display);
}

async function build(display: Display): Promise<number> {
  const began = Date.now();
  const expected = await lastSeconds();
  const child = startNode([NEXT, 'build'], ['ignore', 'pipe', 'pipe'], {
    ...process.env,
    NO_COLOR: '1',
    // Where pages are built again and again, the compiler's cache is worth its writing.
    BUILD_CACHE: existsSync(STAMP) ? '1' : '0',
  });
  let written = '';
  let step = 0;
  const show = (): void => {
    const [, doing, share] = STEPS[step] ?? ['', 'building', 0];
    const elapsed = (Date.now() - began) / 1000;
    const total = share > 0 ? elapsed / share : Math.max(expected, elapsed);
    display.show('pages', { doing, secondsLeft: total - elapsed });
  };
  show();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      written += text;
      const now = STEPS.findLastIndex(([sign]) => sign.test(written));
      if (now <= step) return;
      step = now;
      show();
    });
  const status = await ended(child);
  display.done('pages');
  if (isStopping()) return status;
  const seconds = (Date.now() - began) / 1000;
  if (status !== 0) display.say(written.trimEnd());
  else {
    await writeFile(STAMP, String(began));
    await mkdir(dirname(LAST_SECONDS), { recursive: true });
    await writeFile(LAST_SECONDS, String(Math.round(seconds)));
    display.say(`pages: built in ${seconds.toFixed(1)} s`);
  }
  return status;
}

async function lastSeconds(): Promise<number> {
  const kept = Number(await readFile(LAST_SECONDS, 'utf8').catch(() => ''));
  return kept > 0 ? kept : USUAL_SECONDS;
}
