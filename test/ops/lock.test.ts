/** What `npm ci` needs of the lock on every machine: whole for each platform, no address, no newer Node than we ask for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subset } from 'semver';
import { expect, test } from 'vitest';
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});
const entrySchema = z.object({
  dependencies: names,
  optionalDependencies: names,
  // Packages of the last century name their engines in a list.
  engines: z.union([z.object({ node: z.string().optional() }), z.array(z.string())]).optional(),
  os: z.array(z.string()).optional(),
  cpu: z.array(z.string()).optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
});
type Entry = z.infer<typeof entrySchema>;
const text = readFileSync('package-lock.json', 'utf8');
const { packages } = z.object({ packages: z.record(z.string(), entrySchema) }).parse(JSON.parse(text));
const root = entrySchema
  .extend({ devDependencies: names })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const supported = nodeRange(root);

function nodeRange({ engines }: Entry): string {
  return (Array.isArray(engines) ? undefined : engines?.node) ?? '*';
}

/** Whether what lies at `at` finds the package `name`: beside it, or in a node_modules above. */
function finds(at: string, name: string): boolean {
  if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
  if (at === '') return false;
  return finds(at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/'))), name);
}

/** Whether a package is for a machine that Node 20, 22 and 24 are all made for; without `os` and `cpu` it is for every one. */
const isForUs = ({ os, cpu }: Entry): boolean =>
  ['linux', 'darwin', 'win32'].some((system) => os?.includes(system) ?? true) &&
  ['x64', 'arm64'].some((processor) => cpu?.includes(processor) ?? true);

test('every package of every platform that the lock names is in the lock', () => {
  const named = Object.entries(packages).flatMap(([at, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }).map((name) => ({ at, name })),
  );
  expect(named.length).toBeGreaterThan(500);
  expect(named.filter(({ at, name }) => !finds(at, name))).toEqual([]);
});

test('the lock leaves out no platform that an installed package itself names', () => {
  const installed = Object.keys(packages).filter((at) => at !== '' && existsSync(join(at, 'package.json')));
  expect(installed.length).toBeGreaterThan(300);
  const lost = installed.flatMap((at) => {
    const own = z
      .object({ optionalDependencies: names })
      .parse(JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')));
    return Object.keys(own.optionalDependencies)
      .filter((name) => !finds(at, name))
      .map((name) => `${at}: ${name}`);
  });
  expect(lost).toEqual([]);
});

test('no package asks for another Node than ours', () => {
  expect(supported).not.toBe('*');
  const asking = Object.entries(packages).filter(
    ([, entry]) => isForUs(entry) && !subset(supported, nodeRange(entry)),
  );
  expect(asking.map(([at, entry]) => `${at}: ${nodeRange(entry)}`)).toEqual([]);
});

test('the lock names no address, and every package by its content', () => {
  const entries = Object.entries(packages).filter(([at]) => at !== '');
  expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([at]) => at)).toEqual([]);
  expect(entries.filter(([, entry]) => entry.integrity === undefined).map(([at]) => at)).toEqual([]);
  for (const file of ['package-lock.json', '.npmrc', 'package.json'])
    expect(readFileSync(file, 'utf8')).not.toMatch(/registry\s*=|registry\.[a-z]|\.tgz\b/);
});

test('the lock is that of package.json', () => {
  const locked = z
    .object({ packages: z.object({ '': entrySchema.extend({ devDependencies: names }) }) })
    .parse(JSON.parse(text)).packages[''];
  expect(locked.dependencies).toEqual(root.dependencies);
  expect(locked.devDependencies).toEqual(root.devDependencies);
  expect(nodeRange(locked)).toBe(supported);
});
