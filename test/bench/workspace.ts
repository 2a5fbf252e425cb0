/** The databases that are measured, and a folder beside them for what measuring leaves. */
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Corpus } from '../../lib/query/index';
import { corpusManifest } from '../../lib/store/connect';

export type Workspace = {
  folder: string;
  /** The same database as the server wants it: `demo.duckdb` in a folder with its evidence. */
  serve: (corpus: Corpus) => Promise<string>;
  /** Two copies of it in one folder with the evidence. */
  copies: (corpus: Corpus) => Promise<[string, string]>;
  remove: () => Promise<void>;
};

/** `at` is where to make the folder, the system's temporary folder by default. */
export async function openWorkspace(at: string = tmpdir()): Promise<Workspace> {
  const folder = await mkdtemp(join(resolve(at), 'ogi-bench-'));
  const withEvidence = async (corpus: Corpus, name: string): Promise<string> => {
    const into = join(folder, name);
    await mkdir(into, { recursive: true });
    const { evidence } = await corpusManifest(corpus);
    await linkOrCopy(join(dirname(corpus.file), evidence), join(into, evidence));
    return into;
  };
  return {
    folder,
    serve: async (corpus) => {
      const into = await withEvidence(corpus, 'served');
      await linkOrCopy(corpus.file, join(into, 'demo.duckdb'));
      return into;
    },
    copies: async (corpus) => {
      const into = await withEvidence(corpus, 'swaps');
      const [first, second] = [join(into, 'first.duckdb'), join(into, 'second.duckdb')];
      await copyFile(corpus.file, first);
      await copyFile(corpus.file, second);
      return [first, second];
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  await link(from, to).catch(() => copyFile(from, to));
}
