/** The commands of two checkouts: records read and invented, databases built. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Tally } from './tally';

export type Checkouts = { before: string; after: string };
type Given = { work: string; reports: number; documents: readonly string[] };
type Result = { status: number | null; out: string; err: string };

const SEED = '14';
/** Files that one `parse` gets. */
const AT_ONCE = 60;
/** What a folder of test reports holds beside the document: what was read off it. */
const NO_DOCUMENT = /\.(?:json|ts|md)$/;

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });

/** The file that a script of a checkout's package.json runs. */
function fileOf(checkout: string, script: string): string {
  const { scripts } = packageSchema.parse(JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')));
  const [file] = /\S+\.ts\b/.exec(scripts[script] ?? '') ?? [];
  if (file === undefined)
    throw new Error(`${checkout}: found no script ${script}, expected one of TypeScript`);
  return join(checkout, file);
}

/** A command of a checkout, as its package.json starts it. */
function run(
  checkout: string,
  script: string,
  options: string[],
  { folder = checkout, settings = {} }: { folder?: string; settings?: Record<string, string> } = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const command = ['--import', 'tsx', fileOf(checkout, script), ...options];
    const child = spawn(process.execPath, command, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings },
    });
    const written = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...written }));
  });
}

/** The same, when nothing can go on without it; throws what the command wrote. */
async function mustRun(...parameters: Parameters<typeof run>): Promise<Result> {
  const result = await run(...parameters);
  if (result.status === 0) return result;
  const [checkout, script] = parameters;
  throw new Error(`${script} in ${checkout}: found status ${result.status}, expected 0: ${result.err}`);
}

/** Every document below the folders of test documents of a checkout and below further ones. */
function documentsOf(checkout: string, further: readonly string[]): string[] {
  const folders = [
    join(checkout, 'test', 'decode', 'fixtures'),
    join(checkout, 'test', 'reports'),
    ...further,
  ];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile() && !NO_DOCUMENT.test(file))
      .sort(),
  );
}

/** Records of the same documents and of the same seed, line by line, with what is said of documents that are none. */
export async function compareRecords(
  { before, after }: Checkouts,
  { work, reports, documents }: Given,
  tally: Tally,
): Promise<void> {
  const files = documentsOf(before, documents);
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const group = files.slice(at, at + AT_ONCE);
    const old = await run(before, 'parse', group);
    const fresh = await run(after, 'parse', group);
    compareLines(`parse of files ${at + 1} to ${at + group.length}`, old.out, fresh.out, tally);
    tally.compare(
      'records',
      `what parse said of files ${at + 1} to ${at + group.length}`,
      old.err,
      fresh.err,
    );
  }
  const [old, fresh] = [join(work, 'synth-before'), join(work, 'synth-after')];
  const options = ['--reports', String(reports), '--seed', SEED, '--format', 'ndjson', '--out'];
  await mustRun(before, 'synth', [...options, old]);
  await mustRun(after, 'synth', [...options, fresh]);
  for (const name of readdirSync(old))
    compareLines(
      `synth ${name}`,
      readFileSync(join(old, name), 'utf8'),
      readFileSync(join(fresh, name), 'utf8'),
      tally,
    );
}

function compareLines(place: string, before: string, after: string, tally: Tally): void {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  for (let i = 0; i < Math.max(old.length, fresh.length); i++)
    tally.compare('records', `${place}, record ${i + 1}`, old[i] ?? '', fresh[i] ?? '');
}

/**
 * The folder of databases that a checkout makes of invented reports and of documents that it ingests; its pages are built
 * too. Documents are those of the checkout `from`. `build-db` runs in a folder of links, so that no checkout is written to.
 */
export async function prepareSite(
  checkout: string,
  { work, reports, documents, from }: Given & { from: string },
): Promise<string> {
  const [databases, mirror] = [join(work, 'databases'), join(work, 'mirror')];
  const settings = { DATABASE_DIR: databases };
  const invented = ['--reports', String(reports), '--seed', SEED, '--format', 'duckdb', '--out', databases];
  await mustRun(checkout, 'synth', invented);
  await mustRun(checkout, 'start', ['--build-only'], { settings });
  mkdirSync(join(mirror, 'data'), { recursive: true });
  link(checkout, mirror, 'data');
  link(join(checkout, 'data'), join(mirror, 'data'), 'corpus');
  const corpus = ['--corpus', join(mirror, 'data', 'corpus')];
  // Some documents cannot be read: the command says so with its status.
  await run(checkout, 'ingest', [...documentsOf(from, documents), ...corpus], { folder: mirror });
  await mustRun(checkout, 'build-db', [], { folder: mirror, settings });
  return databases;
}

/** Links to everything in a folder but one name. */
function link(from: string, to: string, except: string): void {
  for (const name of readdirSync(from))
    if (name !== except && name !== '.git') symlinkSync(join(from, name), join(to, name));
}
