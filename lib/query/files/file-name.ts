/** The names of files: what was chosen, in words that a file system takes, and no two slices of one name. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FILTER_NAMES, filterOf, type Filters, serializeFilters } from '../../filters';
import { withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';

/** Bytes of UTF-8 that the words may take; with hash, mark and ending a name stays far below the 255 of file systems. */
const LONGEST = 150;
const SYNTHETIC = 'demo-合成数据';

/** What a file holds. */
export type NamedSlice = {
  /** Begins the name: `ogi-reports`. */
  kind: string;
  filters: Filters;
  /** Words of closed lists that also decide what is in the file (metrics, dimensions, language); they are in the name. */
  words?: readonly string[];
  /** Whatever else decides it (columns, order), '' for nothing: only the hash knows it. */
  further?: string;
};

/**
 * Kind, words, years, regions by code and name, and every other filter that is not its default; `all` for the whole
 * corpus. Whenever that is not all of it (free text, columns, too long) a hash of the whole follows, and the mark of
 * the synthetic corpus is always whole and last.
 */
export async function fileNameOf(corpus: Corpus, slice: NamedSlice): Promise<string> {
  const { kind, filters, words = [], further = '' } = slice;
  const names = await regionNames(corpus, filters.region);
  const regionName = (prefix: string): string => names[filters.region.indexOf(prefix)] ?? prefix;
  const closed = FILTER_NAMES.flatMap(
    (name) => filterOf(name).fileWords?.(filters[name], filters, regionName) ?? [],
  );
  const free = FILTER_NAMES.flatMap((name) => filterOf(name).freeFileWords?.(filters[name]) ?? []);
  const parts = [kind, ...words, ...closed, ...free].map(fileWord).filter((part) => part !== '');
  if (parts.length === 1) parts.push('all');
  const whole = parts.join('_');
  const shown = beginning(whole, LONGEST);
  const saysAll = shown === whole && further === '' && free.every((text) => text === '');
  const state = JSON.stringify([kind, words, further, serializeFilters(filters)]);
  const hash = saysAll ? [] : [createHash('sha256').update(state).digest('hex').slice(0, 10)];
  return [shown, ...hash, ...(filters.corpus === 'demo' ? [SYNTHETIC] : [])].join('_');
}

/** A text without what file systems refuse. */
const fileWord = (text: string): string => text.replaceAll(/[\p{Cc}\s/\\:*?"<>|;%]+/gu, '-');

/** The first characters that fit into so many bytes. */
function beginning(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Names of regions by their prefixes, in that order; the prefix itself where it has no name. */
export async function regionNames(corpus: Corpus, prefixes: readonly string[]): Promise<string[]> {
  if (prefixes.length === 0) return [];
  const named = await withDatabase(corpus, 'slice name', (database) =>
    database.rows(
      z.object({ code: z.string(), name: z.string().nullable() }),
      `SELECT code::VARCHAR AS code, name FROM regions
       WHERE code IN (${prefixes.map((_, i) => `$p${i}`).join(', ')})`,
      Object.fromEntries(prefixes.map((prefix, i) => [`p${i}`, Number(prefix)])),
    ),
  );
  return prefixes.map((prefix) => named.find((region) => region.code === prefix)?.name ?? prefix);
}
