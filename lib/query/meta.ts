/** What every answer carries beside its rows, so that no number travels without what it rests on. */
import { z } from 'zod';
import type { CorpusName, Filters } from '../filters';
import type { Database } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { type Dialect, DUCKDB } from '../store/engine/dialect';
import type { Conditions } from './sql/slice-conditions';
import type { Dimension } from './metrics/dimensions';
import { countSource } from './sql/count-source';

export type Meta = {
  filters: Filters;
  corpus: CorpusName;
  /** Changes when a record, the schema or the build changes; the key of caches and ETags. */
  corpus_version: string;
  /** True for the synthetic corpus: the page and every file must say so. */
  synthetic: boolean;
  /** Reports the answer rests on. */
  reports: number;
  /** Reports that fit every other filter but are left out by `basis`, because another report covers them. */
  left_out: number;
};

const countsSchema = z.object({ counted: z.number(), left_out: z.number() });

/** The meta of an answer that rests on the reports under these conditions. */
export async function selectMeta(
  database: Database,
  corpus: Corpus,
  filters: Filters,
  conditions: Conditions,
  by: readonly Dimension[] = [],
  dialect: Dialect = DUCKDB,
): Promise<Meta> {
  const source = countSource(filters, by, dialect);
  const [counts] = await database.rows(
    countsSchema,
    `SELECT ${source.count('reports', conditions.basis)} AS counted,
            ${source.count('reports', `NOT (${conditions.basis})`)} AS left_out
     FROM ${source.from} WHERE ${conditions.slice}`,
    conditions.values,
  );
  return {
    filters,
    corpus: corpus.name,
    corpus_version: database.manifest.corpus_version,
    synthetic: database.manifest.synthetic,
    reports: counts?.counted ?? 0,
    left_out: counts?.left_out ?? 0,
  };
}
