/**
 * One file → the sources in it: itself, or the members of an archive, each with its content hash. Bytes are handed on
 * one source at a time, and a file over its bound is never opened, so memory does not depend on what lies in the folder.
 */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { archiveMembers } from '../../decode/archive';
import { kindOf } from '../../decode/kinds';
import { DecodeError } from '../../errors';
import { type FileProblem, type FoundFile, META_SUFFIX, problem } from './walk';

/** Where a source lies: its path, and the address it came from if known. */
export type Copy = { path: string; url: string | null; elsewhere?: true | undefined };

/** One thing to read: its bytes, their hash, where it lies. */
export type Source = { kind: 'source'; sha256: string; copy: Copy; bytes: Uint8Array };

/** Largest file, in bytes; the same bound as decoding has. Archives of reports may be larger. */
export const FILE_BOUND = 50 * 1024 * 1024;
export const ARCHIVE_BOUND = 256 * 1024 * 1024;

/** The sources of a file in order; what cannot be read of it comes as problems between them. */
export async function* readSources(file: FoundFile): AsyncGenerator<Source | FileProblem> {
  let bytes: Uint8Array;
  try {
    if (file.bytes > FILE_BOUND) {
      const bound = (await isPacked(file.open)) ? ARCHIVE_BOUND : FILE_BOUND;
      if (file.bytes > bound) {
        yield tooLarge(file, bound);
        return;
      }
    }
    bytes = await readFile(file.open);
  } catch (error) {
    yield problem(file.path, error as NodeJS.ErrnoException);
    return;
  }
  yield* sourcesIn(bytes, { path: file.path, url: file.hasMeta ? await collectedUrl(file) : null });
}

async function* sourcesIn(bytes: Uint8Array, copy: Copy): AsyncGenerator<Source | FileProblem> {
  if (kindOf(bytes, copy.path).family !== 'archive') {
    yield { kind: 'source', sha256: createHash('sha256').update(bytes).digest('hex'), copy, bytes };
    return;
  }
  const names = new Map<string, number>();
  try {
    for await (const member of archiveMembers(bytes, copy.path)) {
      const times = (names.get(member.name) ?? 0) + 1;
      names.set(member.name, times);
      const name = times > 1 ? `${member.name}#${times}` : member.name;
      yield* sourcesIn(member.bytes, { path: `${copy.path}!${name}`, url: copy.url });
    }
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    const { found, expected, remedy } = error;
    yield { kind: 'problem', path: copy.path, found, expected, remedy };
  }
}

async function isPacked(path: string | Buffer): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return kindOf(buffer, '').family === 'archive';
  } finally {
    await handle.close();
  }
}

function tooLarge(file: FoundFile, bound: number): FileProblem {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  return {
    kind: 'problem',
    path: file.path,
    found: `a file of ${megabytes(file.bytes)} MB`,
    expected: `at most ${megabytes(bound)} MB`,
    remedy: 'give the report alone',
  };
}

const metaSchema = z.object({ url: z.string() });

/** The address a file was downloaded from, as `collect` noted it beside it; null when that note cannot be read. */
async function collectedUrl(file: FoundFile): Promise<string | null> {
  try {
    const meta = await readFile(Buffer.concat([Buffer.from(file.open), Buffer.from(META_SUFFIX)]), 'utf8');
    return metaSchema.parse(JSON.parse(meta)).url;
  } catch {
    return null;
  }
}
