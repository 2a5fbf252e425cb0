/**
 * Packages that single commands need and the product does not: other databases and older releases of the gazetteer, half
 * a gigabyte of them. They are no dependencies; the first use installs them into the user's cache folder, where later
 * ones find them.
 */
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { npm } from './npm';
import { say } from '../terminal/progress';

export type Package = {
  name: string;
  version: string;
  /** What to expect of its installation, for the line that announces it. */
  cost: string;
  /** Whether it comes as source and is compiled while it is installed. */
  compiles: boolean;
};

const LIMIT_MS = 600_000;

/** What the package exports, or the reason why it cannot be had here, in one line. */
export async function loadOnDemand(wanted: Package): Promise<{ loaded: unknown } | { missing: string }> {
  const placed = await placeOnDemand(wanted);
  if ('missing' in placed) return placed;
  try {
    const loaded: unknown = createRequire(join(placed.folder, 'package.json'))(wanted.name);
    return { loaded };
  } catch (error) {
    return { missing: reason(wanted, error) };
  }
}

/** The folder of the project that holds the package in its node_modules, or the reason why it cannot be had. */
export async function placeOnDemand(wanted: Package): Promise<{ folder: string } | { missing: string }> {
  const folder = placeOf(wanted);
  try {
    await access(folder).catch(() => installInto(folder, wanted));
    return { folder };
  } catch (error) {
    return { missing: reason(wanted, error) };
  }
}

/** Whether it is there already, so that nothing would be installed. */
export const isPlaced = (wanted: Package): Promise<boolean> =>
  access(placeOf(wanted)).then(
    () => true,
    () => false,
  );

function placeOf({ name, version }: Package): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'ogi-annual-reports', `${name}-${version}`);
}

const reason = ({ name, version }: Package, error: unknown): string =>
  `${name} ${version}: ${String(error).split('\n').slice(0, 2).join(' ')}`;

/** Installs beside its place and moves it there when whole, so that an interrupted installation is never found. */
async function installInto(folder: string, { name, version, cost, compiles }: Package): Promise<void> {
  say(`installing ${name} ${version} into ${folder} once (${cost})`);
  await mkdir(join(folder, '..'), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  try {
    await writeFile(join(fresh, 'package.json'), '{}');
    const options = [
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      ...(compiles ? [] : ['--ignore-scripts']),
    ];
    await npm(['install', ...options, `${name}@${version}`], fresh, LIMIT_MS);
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
