/**
 * Databases that tests only read, built once and kept in the system's temporary folder. The name of a kept folder is a
 * hash of what it is built from and of the code that builds it, so that a change of either builds it anew; processes
 * that want the same one share it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CorpusName } from '../../lib/filters';
import type { ReportRecord } from '../../lib/record';
import { buildDatabase } from '../../lib/store/build/index';
import type { Corpus } from '../../lib/store/corpora';
import { synthesizeRecords, synthesizeReports, type SynthOptions } from '../../lib/synth';

/** What a corpus is made of: records made by hand, then synthetic ones, without their cells where the test needs none. */
export type Made = {
  records?: readonly ReportRecord[];
  synthetic?: SynthOptions;
  withoutCells?: boolean;
  /** Name regions after data/regions.csv. */
  named?: boolean;
};

const FILES: Record<CorpusName, string> = { reports: 'corpus.duckdb', demo: 'demo.duckdb' };

/** The corpus of these records, to be read only. */
export async function keptCorpus(made: Made, name: CorpusName = 'reports'): Promise<Corpus> {
  return { name, file: join(await keptFolder({ [name]: made }), FILES[name]) };
}

/** A copy in a folder of the test's own, where it may be damaged; it takes the place of one that is there as a build does. */
export async function copyOfKept(made: Made, folder: string, name: CorpusName = 'reports'): Promise<Corpus> {
  await copyInto(folder, await keptFolder({ [name]: made }));
  return { name, file: join(folder, FILES[name]) };
}

/** The evidence first: who finds the database finds its evidence too. */
async function copyInto(folder: string, kept: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(kept)).toSorted((a, b) => Number(isDatabase(a)) - Number(isDatabase(b)));
  for (const name of names) {
    const path = join(folder, name);
    await copyFile(join(kept, name), `${path}.new`);
    await rename(`${path}.new`, path);
  }
}

const isDatabase = (name: string): boolean => Object.values(FILES).includes(name);

/** A folder with a database for each corpus named, as DATABASE_DIR takes it. */
export async function keptFolder(corpora: Partial<Record<CorpusName, Made>>): Promise<string> {
  const { hash, isChanged } = builtBy();
  const name = createHash('sha256').update(hash).update(JSON.stringify(corpora)).digest('hex').slice(0, 24);
  // Code that was changed on purpose builds databases that nobody else may see, each time anew.
  const path = join(KEPT, isChanged ? randomUUID() : name);
  if (isChanged) process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  const now = new Date();
  const isThere = await utimes(path, now, now).then(
    () => true,
    () => false,
  );
  if (!isThere) await buildFolder(corpora, path);
  return path;
}

/** Built beside its place and renamed into it; where another process was quicker, its folder stays. */
async function buildFolder(corpora: Partial<Record<CorpusName, Made>>, path: string): Promise<void> {
  const building = join(KEPT, `building-${randomUUID()}`);
  await mkdir(building, { recursive: true });
  await removeForgotten();
  const all = Object.entries(corpora) as [CorpusName, Made][];
  // Of several each is kept for itself too: other folders hold it with others.
  for (const [corpus, made] of all)
    if (all.length > 1) await copyInto(building, await keptFolder({ [corpus]: made }));
    else
      await buildDatabase({
        records: recordsOf(made),
        file: join(building, FILES[corpus]),
        corpus,
        synthetic: corpus === 'demo',
        ...(made.named ? { regionsFile: join('data', 'regions.csv') } : {}),
      });
  try {
    await rename(building, path);
  } catch (error) {
    await rm(building, { recursive: true });
    if (!(await stat(path)).isDirectory()) throw error;
  }
}

function* recordsOf({ records = [], synthetic, withoutCells }: Made) {
  yield* records;
  if (synthetic) yield* withoutCells ? synthesizeReports(synthetic) : synthesizeRecords(synthetic);
}

const KEPT = join(tmpdir(), `ogi-kept-databases-${process.getuid?.() ?? 'all'}`);
const DAYS_KEPT = 3;

async function removeForgotten(): Promise<void> {
  for (const name of await readdir(KEPT)) {
    const path = join(KEPT, name);
    const used = await stat(path).catch(() => null);
    if (used && Date.now() - used.mtimeMs > DAYS_KEPT * 86_400_000)
      await rm(path, { recursive: true, force: true });
  }
}

/** Rooms of lib that no database depends on: they only read it. */
const READERS = [
  'query',
  'export',
  'curation',
  'http',
  'i18n',
  'upload',
  'collect',
  'batch',
  'decode',
  'read',
];
let built: { hash: string; isChanged: boolean } | undefined;

/** Hash of the code and data that databases are built by, and whether mutation testing has changed it. */
function builtBy(): { hash: string; isChanged: boolean } {
  if (built) return built;
  const hash = createHash('sha256').update(readFileSync(join('data', 'regions.csv')));
  let isChanged = false;
  for (const path of readdirSync('lib', { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(ts|sql)$/.test(path) || READERS.includes(path.split(/[\\/]/)[0] ?? '')) continue;
    const text = readFileSync(join('lib', path), 'utf8');
    isChanged ||= text.includes('stryMutAct');
    hash.update(path).update(text);
  }
  built = { hash: hash.digest('hex'), isChanged };
  return built;
}
