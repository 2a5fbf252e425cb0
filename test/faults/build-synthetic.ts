/** A build in a process of its own, to be disturbed: FILE REPORTS SEED. Says `reading` when it has begun to store records. */
import { buildDatabase } from '../../lib/store/build';
import { synthesizeRecords } from '../../lib/synth';

const [file = '', reports = '0', seed = '0'] = process.argv.slice(2);
const result = await buildDatabase({
  records: synthesizeRecords({ reports: Number(reports), seed: Number(seed) }),
  file,
  corpus: 'reports',
  synthetic: false,
  onProgress: (records) => process.stderr.write(`reading ${records}\n`),
}).catch((error: unknown) => {
  process.stderr.write(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
  process.exit(1);
});
process.stderr.write(`built ${result.reports}\n`);
