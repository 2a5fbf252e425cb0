/** What lies under the paths of a run: every source's hash and place, and what could not be looked at. */
import { forEachOf } from '../concurrent';
import type { Observed } from '../plan';
import { readSources } from './sources';
import { type FileProblem, type FoundFile, shownPath, walkFiles } from './walk';

export type Scan = { files: FoundFile[]; problems: FileProblem[]; observed: Observed; sources: number };

/** Files looked at side by side; each may be as large as the bound of archives. */
const AT_ONCE = 2;

/** Walks the paths and hashes what lies there; `corpus` is left out. Ends early on `signal`. */
export async function scanFiles(
  paths: readonly string[],
  corpus: string,
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Scan> {
  const scan: Scan = { files: [], problems: [], observed: new Map(), sources: 0 };
  const { files, problems, observed } = scan;
  for await (const found of walkFiles(paths, corpus))
    if (found.kind === 'file') files.push(found);
    else problems.push(found);
  let done = 0;
  await forEachOf(files, AT_ONCE, async (file) => {
    if (signal?.aborted) return;
    for await (const source of readSources(file)) {
      if (source.kind === 'problem') {
        problems.push(source);
        continue;
      }
      scan.sources += 1;
      const copies = observed.get(source.sha256);
      if (copies) copies.push(source.copy);
      else observed.set(source.sha256, [source.copy]);
    }
    done += 1;
    onProgress(done, files.length);
  });
  return scan;
}

/** Whether a path lies under one of the paths of a run, members of archives among them. */
export function isUnder(paths: readonly string[]): (path: string) => boolean {
  const roots = paths.map(shownPath);
  return (path) =>
    roots.some(
      (root) => root === '.' || path === root || path.startsWith(`${root}/`) || path.startsWith(`${root}!`),
    );
}
