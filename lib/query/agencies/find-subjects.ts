/** Agencies and regions by name: what a comparison can be made of. */
import { z } from 'zod';
import { withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';

/** `id` is an agency id, or the code prefix of a region. `within` names the regions above it; `reports` all its reports. */
const subjectSchema = z.object({
  id: z.string(),
  kind: z.enum(['region', 'agency']),
  name: z.string(),
  within: z.string(),
  reports: z.number(),
});
export type Subject = z.infer<typeof subjectSchema>;

const WITHIN = (alias: string): string =>
  `concat_ws('', ${['province', 'prefecture', 'county'].map((part) => `(SELECT name FROM regions WHERE code = ${alias}.${part} AND code <> ${alias}.own)`).join(', ')})`;

const REGIONS_SQL = `
  SELECT code::VARCHAR AS id, 'region' AS kind, name, ${WITHIN('placed')} AS within,
    (SELECT count(*) FROM reports WHERE
      CASE placed.depth WHEN 1 THEN province WHEN 2 THEN prefecture WHEN 3 THEN county ELSE township END = code)::DOUBLE AS reports,
    depth AS rank, code AS place
  FROM (
    SELECT *, code AS own,
      CASE WHEN depth = 1 THEN code ELSE (code::VARCHAR)[1:2]::INTEGER END AS province,
      CASE WHEN depth >= 2 THEN (code::VARCHAR)[1:4]::INTEGER END AS prefecture,
      CASE WHEN depth >= 3 THEN (code::VARCHAR)[1:6]::INTEGER END AS county
    FROM regions WHERE name IS NOT NULL AND $regions
  ) AS placed`;

const AGENCIES_SQL = `
  SELECT agency_id AS id, 'agency' AS kind, name, ${WITHIN('placed')} AS within, reports::DOUBLE AS reports,
    9 AS rank, agency_no AS place
  FROM (SELECT *, -1 AS own FROM agencies WHERE $agencies) AS placed`;

const ASKED = `SELECT id, kind, name, within, reports FROM
  (${REGIONS_SQL} UNION ALL ${AGENCIES_SQL}) ORDER BY rank, place LIMIT $limit`;

const questionSql = (regions: string, agencies: string): string =>
  ASKED.replace('$regions', regions).replace('$agencies', agencies);

/** Regions, then agencies, whose name contains every word of `text`; at most `limit`. None for a text without words. */
export async function findSubjects(corpus: Corpus, text: string, limit: number): Promise<Subject[]> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const has = (column: string): string =>
    words.map((_, i) => `contains(${column}, lower($w${i}))`).join(' AND ');
  const values = Object.fromEntries(words.map((word, i) => [`w${i}`, word]));
  return withDatabase(corpus, 'find subjects', (database) =>
    database.rows(subjectSchema, questionSql(has('lower(name)'), has('names')), { ...values, limit }),
  );
}

/** The subjects with these ids, in their order; an id that the corpus does not have is left out. */
export async function selectSubjects(corpus: Corpus, ids: readonly string[]): Promise<Subject[]> {
  if (ids.length === 0) return [];
  const names = ids.map((_, i) => `$i${i}`).join(', ');
  const values = Object.fromEntries(ids.map((id, i) => [`i${i}`, id]));
  const found = await withDatabase(corpus, 'subjects', (database) =>
    database.rows(subjectSchema, questionSql(`code::VARCHAR IN (${names})`, `agency_id IN (${names})`), {
      ...values,
      limit: ids.length,
    }),
  );
  return ids.flatMap((id) => found.find((subject) => subject.id === id) ?? []);
}
