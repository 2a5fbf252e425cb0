/** Target 10: other engines beside the product, same rows, same questions, answers compared before times. */
import { join } from 'node:path';
import { z } from 'zod';
import { type Corpus, selectMetrics } from '../../../lib/query/index';
import { clearQueryCache } from '../../../lib/query/query-cache';
import { withDatabase } from '../../../lib/store/connect';
import { DUCKDB } from '../../../lib/store/engine/dialect';
import { say } from '../../../scripts/terminal/progress';
import { type Line, table } from '../lines';
import { type Aggregate, aggregates, someAgency } from '../questions';
import { answerOf, type Rival, type Row } from './rival';
import { openClickhouseRival } from './clickhouse';
import { openParquetRival } from './parquet';
import { openSqliteRival } from './sqlite';
import { type Cost, cost } from '../timing';

export type Comparison = { lines: Line[]; table: string };

/** What one question costs the product and the other engine, measured one after the other. */
type Pair = { own: Cost; rival: Cost };
type Column = { name: string; pairs: Pair[] };

/** `set` is the corpus as a Parquet set, `folder` one for what rivals write. */
export async function compareRivals(corpus: Corpus, set: string, folder: string): Promise<Comparison> {
  const { cubed, others } = aggregates(await someAgency(corpus));
  const asked = [...cubed, ...others];
  const openers: [string, () => Promise<Rival | string>][] = [
    ['DuckDB over Parquet', () => openParquetRival(set)],
    ['ClickHouse', () => openClickhouseRival(set, join(folder, 'rival-clickhouse'))],
    ['SQLite', () => openSqliteRival(set, join(folder, 'rival.sqlite'))],
  ];
  const columns: Column[] = [];
  const lines: Line[] = [];
  for (const [name, open] of openers) {
    const start = performance.now();
    const rival = await open();
    const line = { target: 10, what: `beside ${name}`, wanted: 'faster on every aggregate' };
    if (typeof rival === 'string') {
      lines.push({ ...line, measured: `not measured: ${rival}`, met: null });
      continue;
    }
    say(`${rival.name}: loaded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    try {
      const pairs = await pairsOf(corpus, rival, asked);
      columns.push({ name: rival.name, pairs });
      const slower = asked.filter((_, i) => ratio(pairs[i], 'time') < 1).map((each) => each.name);
      const measured = `${asked.length - slower.length} of ${asked.length} faster${slower.length > 0 ? `; slower: ${slower.join('; ')}` : ''}`;
      lines.push({ ...line, measured, met: slower.length === 0 });
    } finally {
      await rival.close();
    }
  }
  return { lines, table: ratioTable(asked, columns) };
}

/** The costs of every question. Throws when an answer is not the product's. */
async function pairsOf(corpus: Corpus, rival: Rival, asked: Aggregate[]): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const question of asked) {
    const expected = await ownAnswer(corpus, question);
    const found = await answerOf(rival, corpus, question);
    const wrong = found.findIndex((row, i) => row !== expected[i]);
    if (wrong >= 0 || found.length !== expected.length)
      throw new Error(
        `${rival.name}, ${question.name}: found ${found.length} rows, ${found[wrong]}; expected ${expected.length}, ${expected[wrong]}`,
      );
    const pair = {
      own: await cost(() => selectMetrics(corpus, question), clearQueryCache),
      rival: await cost(() => answerOf(rival, corpus, question)),
    };
    say(
      `${question.name}: ${pair.own.time.toFixed(1)} ms, ${rival.name} ${pair.rival.time.toFixed(1)} ms, ${ratio(pair, 'time').toPrecision(2)} × (processor ${ratio(pair, 'cpu').toPrecision(2)} ×)`,
    );
    pairs.push(pair);
  }
  return pairs;
}

const rowSchema = z.record(z.string(), z.union([z.string(), z.number()]).nullable());

/** The product's rows, from the cubes where it has them. */
function ownAnswer(corpus: Corpus, question: Aggregate): Promise<string[]> {
  return withDatabase(corpus, 'metrics', (database) =>
    answerOf(
      { dialect: DUCKDB, rows: (sql, values): Promise<Row[]> => database.rows(rowSchema, sql, values) },
      corpus,
      question,
    ),
  );
}

const ratio = (pair: Pair | undefined, of: keyof Cost): number =>
  pair ? pair.rival[of] / pair.own[of] : Number.NaN;

function ratioTable(asked: Aggregate[], columns: Column[]): string {
  const rows = asked.map((question, i) => {
    const own = columns.map(({ pairs }) => pairs[i]?.own.time ?? Number.NaN);
    const cells = columns.map(({ pairs }) => {
      const [times, processor] = [ratio(pairs[i], 'time'), ratio(pairs[i], 'cpu')];
      return `${pairs[i]?.rival.time.toFixed(1)} ms, ${times.toPrecision(2)} × (processor ${processor.toPrecision(2)} ×)`;
    });
    return [question.name, `${Math.min(...own).toFixed(1)} ms`, ...cells];
  });
  return table([['question', 'the product', ...columns.map((column) => column.name)], ...rows]);
}
