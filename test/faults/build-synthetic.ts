/** A build in a process of its own, to be disturbed: FILE REPORTS SEED. Says after every hundred records how many it has stored. */
import type { ReportRecord } from '../../lib/record';
import { buildDatabase } from '../../lib/store/build/index';
import { synthesizeRecords } from '../../lib/synth';

const [file = '', reports = '0', seed = '0'] = process.argv.slice(2);
function* records(): Generator<ReportRecord> {
  let stored = 0;
  for (const record of synthesizeRecords({ reports: Number(reports), seed: Number(seed) })) {
    yield record;
    stored += 1;
    if (stored % 100 === 0) process.stderr.write(`stored ${stored}\n`);
  }
}
const result = await buildDatabase({
  records: records(),
  file,
  corpus: 'reports',
  synthetic: false,
}).catch((error: unknown) => {
  process.stderr.write(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
  process.exit(1);
});
process.stderr.write(`built ${result.reports}\n`);
