/**
 * Paths as a user gives them → the files under them. Each folder is entered once, so a loop of links ends; folders that
 * may not be read, dead links and things that are no files come back as problems, not as errors. File names that are
 * not UTF-8 (a ZIP from a Chinese Windows, unpacked elsewhere) are shown in GB18030 and opened by their bytes.
 */
import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';

/** A file to read. `path` is what people see, from the working folder; `open` is what the system opens. */
export type FoundFile = {
  kind: 'file';
  path: string;
  open: string | Buffer;
  bytes: number;
  hasMeta: boolean;
};

/** Something that was to be read and cannot be: what it is, what was expected, what a person can do. */
export type FileProblem = { kind: 'problem'; path: string; found: string; expected: string; remedy: string };

/** Ending of the file that `collect` writes beside what it downloads. */
export const META_SUFFIX = '.meta.json';

/** Name of the list of addresses that `collect` could not get. */
export const FAILED_LIST = 'collect-failed.csv';

const LITTER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|collect-failed\.csv$)|\.part$/iu;

/** Files and problems in order of path, each file once. `leaveOut` is a folder that is not entered (the corpus itself). */
export async function* walkFiles(
  paths: readonly string[],
  leaveOut: string,
): AsyncGenerator<FoundFile | FileProblem> {
  const entered = new Set<string>();
  const seen = new Set<string>();
  const corpus = await stat(leaveOut).catch(() => null);
  if (corpus) entered.add(identityOf(corpus));
  const waiting: { path: string; open: string | Buffer; siblings: ReadonlySet<string> }[] = [];
  const none = new Set<string>();
  for (const path of [...paths].reverse())
    waiting.push({ path: shownPath(path), open: resolve(path), siblings: none });

  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, open } = next;
    const found = await stat(open).catch((error: unknown) => error as NodeJS.ErrnoException);
    if (found instanceof Error) {
      yield problem(path, found);
    } else if (found.isDirectory()) {
      if (entered.has(identityOf(found))) continue;
      entered.add(identityOf(found));
      const names = await readdir(open, 'buffer').catch((error: unknown) => error as NodeJS.ErrnoException);
      if (names instanceof Error) yield problem(path, names);
      else waiting.push(...children(path, open, names));
    } else if (!found.isFile()) {
      yield {
        kind: 'problem',
        path,
        found: 'a pipe, socket or device',
        expected: 'a file',
        remedy: 'leave it out',
      };
    } else if (!seen.has(path)) {
      seen.add(path);
      const hasMeta = next.siblings.has(`${path}${META_SUFFIX}`);
      yield { kind: 'file', path, open, bytes: found.size, hasMeta };
    }
  }
}

/** A path as records and messages show it: from the working folder, with forward slashes, the same however it was given. */
export function shownPath(path: string): string {
  return (relative(process.cwd(), resolve(path)) || '.').split(sep).join('/');
}

const identityOf = (stats: Stats): string => `${stats.dev}:${stats.ino}`;

/** What lies in a folder, last first, without litter and without what `collect` writes beside its downloads. */
function children(path: string, open: string | Buffer, names: Buffer[]) {
  const inside = names
    .map((bytes) => {
      const name = shownName(bytes);
      return {
        name,
        path: path === '.' ? name : `${path}/${name}`,
        open: Buffer.concat([Buffer.from(open), Buffer.from(sep), bytes]),
      };
    })
    .filter(({ name }) => !LITTER.test(name));
  const siblings: ReadonlySet<string> = new Set(inside.map((each) => each.path));
  return inside
    .filter(
      (each) => !(each.path.endsWith(META_SUFFIX) && siblings.has(each.path.slice(0, -META_SUFFIX.length))),
    )
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .map((each) => ({ path: each.path, open: each.open, siblings }));
}

function shownName(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const WORDS: Record<string, [string, string]> = {
  ENOENT: ['nothing, or a link that leads nowhere', 'check the path'],
  EACCES: ['a file or folder that may not be read', 'give the reading user the right to read it'],
  EPERM: ['a file or folder that may not be read', 'give the reading user the right to read it'],
  ELOOP: ['a link that leads to itself', 'remove the link'],
  ENAMETOOLONG: ['a path that is too long', 'move it nearer to the root'],
};

/** A system error about a path in the words of a person. */
export function problem(path: string, error: NodeJS.ErrnoException): FileProblem {
  const [found, remedy] = WORDS[error.code ?? ''] ?? [error.message, 'check the disk'];
  return { kind: 'problem', path, found, expected: 'a report', remedy };
}
