/** `npm run export-parquet -- --out DIR [--corpus demo]`: the whole corpus as Parquet, by province. */
import { parseArgs } from 'node:util';
import { exportParquetSet } from '../lib/export/parquet-set';
import { CORPORA } from '../lib/filters';
import { corpusOf } from '../lib/store/corpora';

const USAGE = 'npm run export-parquet -- --out DIR [--corpus reports|demo]';

const { values } = parseArgs({ options: { out: { type: 'string' }, corpus: { type: 'string' } } });
const corpus = CORPORA.find((name) => name === (values.corpus ?? 'reports'));
if (!values.out || !corpus) {
  process.stderr.write(`found ${JSON.stringify(values)}, expected ${USAGE}\n`);
  process.exit(2);
}
const rows = await exportParquetSet(corpusOf(corpus), values.out);
for (const [name, count] of Object.entries(rows)) process.stderr.write(`${name}: ${count} rows\n`);
// The corpus stays open for as long as a server would need it.
process.exit(0);
