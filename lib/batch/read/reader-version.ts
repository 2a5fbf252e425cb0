/** Which reader this is: records read by another one are read again. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCHEMA_VERSION } from '../../record';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What decides on a record: the stages' code and the data they read. */
const FOLDERS = [
  'lib/decode',
  'lib/read',
  'lib/identify',
  'lib/narrative',
  'lib/audit',
  'lib/form',
  'lib/curation',
];
const FILES = ['lib/batch/corpus/index-entry.ts', 'lib/batch/corpus/record-file.ts'];

/** Folders of which the files count, and not what is in their folders. */
const SHALLOW = new Map([
  ['lib', /\.ts$/],
  ['data', /\.csv$/],
]);

/**
 * Schema version and hash of everything a record depends on: code, gazetteer and the libraries of package.json. Nobody
 * has to remember to raise it; a change that alters no record costs a reading and writes nothing.
 */
export function readerVersion(): Promise<string> {
  version ??= hashReader();
  return version;
}

/** What runs is what was loaded: edits made since count from the next start on. */
let version: Promise<string> | null = null;

async function hashReader(): Promise<string> {
  const hash = createHash('sha256');
  const files = [...FILES];
  for (const folder of FOLDERS) files.push(...(await filesIn(folder, /\.(?:ts|json|sql)$/)));
  for (const [folder, names] of SHALLOW) files.push(...(await filesIn(folder, names)));
  for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  hash.update(JSON.stringify(dependencies));
  return `${SCHEMA_VERSION}-${hash.digest('hex').slice(0, 16)}`;
}

async function filesIn(folder: string, names: RegExp): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory() && !SHALLOW.has(folder));
  const deeper = await Promise.all(below.map(({ name }) => filesIn(join(folder, name), names)));
  const here = entries.filter((entry) => entry.isFile() && names.test(entry.name));
  return [...here.map(({ name }) => join(folder, name)), ...deeper.flat()];
}
