/** `npm run load-clickhouse -- --set DIR [--corpus demo] [--cluster NAME]`: a Parquet set into the ClickHouse of the settings. */
import { parseArgs } from 'node:util';
import { CORPORA } from '../lib/filters';
import { loadClickhouse } from '../lib/store/engine/clickhouse/load';

const USAGE = 'npm run load-clickhouse -- --set DIR [--corpus reports|demo] [--cluster NAME]';

const { values } = parseArgs({
  options: { set: { type: 'string' }, corpus: { type: 'string' }, cluster: { type: 'string' } },
});
const corpus = CORPORA.find((name) => name === (values.corpus ?? 'reports'));
if (!values.set || !corpus || !/^\w*$/.test(values.cluster ?? '')) {
  process.stderr.write(`found ${JSON.stringify(values)}, expected ${USAGE}\n`);
  process.exit(2);
}
const rows = await loadClickhouse(corpus, values.set, values.cluster ?? null);
for (const [name, count] of Object.entries(rows)) process.stderr.write(`${name}: ${count} rows\n`);
