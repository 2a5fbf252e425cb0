/** The name of a slice in file names: what was chosen, in words that a file system takes. */
import { z } from 'zod';
import { DEFAULT_FILTERS, type Filters } from '../filters/values';
import { withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';

const LONGEST = 100;

/** Years, regions by name, and every other filter that is not its default; `all` for the whole corpus. */
export async function sliceName(corpus: Corpus, filters: Filters): Promise<string> {
  const { from, to } = filters;
  const years = from === null && to === null ? '' : from === to ? String(from) : `${from ?? ''}-${to ?? ''}`;
  const parts = [
    years,
    ...(await regionNames(corpus, filters.region)),
    ...filters.level,
    ...filters.body,
    ...filters.form.map((form) => `form${form}`),
    ...filters.agency,
    filters.q,
    ...filters.where.map(wordsOf),
    ...filters.applicant,
    filters.basis === DEFAULT_FILTERS.basis ? '' : filters.basis,
    filters.findings === DEFAULT_FILTERS.findings ? '' : filters.findings,
    filters.corpus === 'demo' ? 'demo-合成数据' : '',
  ];
  const name = parts
    .map((part) => part.replaceAll(/[\p{Cc}\s/\\:*?"<>|;%]+/gu, '-'))
    .filter((part) => part !== '')
    .join('_');
  return Array.from(name).slice(0, LONGEST).join('') || 'all';
}

/** A group of conditions without the signs that file systems refuse. */
const wordsOf = (group: string): string =>
  group
    .replaceAll('>=', '≥')
    .replaceAll('<=', '≤')
    .replaceAll('!=', '≠')
    .replaceAll('>', '＞')
    .replaceAll('<', '＜');

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
