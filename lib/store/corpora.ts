/** Where the databases lie: one DuckDB file a corpus, generated and replaced whole. */
import { join } from 'node:path';
import type { CorpusName } from '../filters';

/** One corpus: its name in URLs and the database file that holds it. */
export type Corpus = { name: CorpusName; file: string };

const FILES: Record<CorpusName, string> = { reports: 'corpus.duckdb', demo: 'demo.duckdb' };

/** The folder of the databases: DATABASE_DIR, or data/build under the working directory. */
export function databaseFolder(): string {
  return process.env.DATABASE_DIR || join(/* turbopackIgnore: true */ process.cwd(), 'data', 'build');
}

/** The corpus a filter names. */
export function corpusOf(name: CorpusName): Corpus {
  return { name, file: join(/* turbopackIgnore: true */ databaseFolder(), FILES[name]) };
}
