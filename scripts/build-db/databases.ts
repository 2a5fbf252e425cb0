/** The two databases that the server reads: which are out of date, and building those. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CorpusName } from '../../lib/filters';
import type { ReportRecord } from '../../lib/record';
import { withHistory } from '../../lib/audit/history';
import { buildDatabase, buildVersion } from '../../lib/store/build/index';
import { readInputs } from '../../lib/store/connect';
import { corpusOf } from '../../lib/store/corpora';
import { zonesFile } from '../../lib/store/build/gazetteer';
import { folderHash, readReports, RECORD_FILES } from '../../lib/store/build/read-corpus';
import { synthesizeRecords } from '../../lib/synth/index';
import type { Message } from '../start/databases';

const CORPUS_FOLDER = join('data', 'corpus');
const REGIONS_FILE = join('data', 'regions.csv');
/** The code of the rules, which are run over the years here, and the code that decides what the synthetic records are. */
const RULE_SOURCES = ['lib/audit', 'lib/form'];
const SYNTH_SOURCES = ['lib/synth'];
const DEMO = { reports: 12_000, seed: 1 };

type Plan = {
  corpus: CorpusName;
  synthetic: boolean;
  /** Hash of everything the database is made of. */
  inputs: string;
  records: () => AsyncIterable<ReportRecord> | Iterable<ReportRecord>;
  /** How many records to expect, for the progress bar; null when unknown. */
  expected: number | null;
};

/**
 * Builds each database that is missing or made of other inputs than those there are now. One that names no inputs was put
 * there by hand, as by `npm run synth`, and stays.
 */
export async function prepareDatabases(tell: (message: Message) => void): Promise<void> {
  const say = (line: string): void => tell({ line });
  for (const plan of await plans(say)) {
    const { file } = corpusOf(plan.corpus);
    const inputs = await readInputs(file);
    if (inputs === plan.inputs) say(`${basename(file)}: up to date`);
    else if (inputs === '') say(`${basename(file)}: made by itself (npm run synth), left as it is`);
    else await build(plan, file, tell);
  }
}

async function plans(say: (line: string) => void): Promise<Plan[]> {
  const hashes = (folders: string[]) => Promise.all(folders.map((folder) => folderHash(folder, ['.ts'])));
  const version = hashOf([
    await buildVersion(),
    await readFile(REGIONS_FILE),
    await readFile(zonesFile(REGIONS_FILE)),
    ...(await hashes(RULE_SOURCES)),
  ]);
  const folder = existsSync(CORPUS_FOLDER) ? CORPUS_FOLDER : null;
  return [
    {
      corpus: 'reports',
      synthetic: false,
      inputs: hashOf([version, folder ? await folderHash(folder, RECORD_FILES) : '']),
      records: () => (folder ? readReports(folder, say) : []),
      expected: null,
    },
    {
      corpus: 'demo',
      synthetic: true,
      inputs: hashOf([version, JSON.stringify(DEMO), ...(await hashes(SYNTH_SOURCES))]),
      records: () => withHistory(synthesizeRecords(DEMO)),
      expected: DEMO.reports,
    },
  ];
}

async function build(plan: Plan, file: string, tell: (message: Message) => void): Promise<void> {
  const name = basename(file);
  const show = (records: number): void => tell({ name, records, expected: plan.expected });
  show(0);
  const result = await buildDatabase({
    records: plan.records(),
    file,
    corpus: plan.corpus,
    synthetic: plan.synthetic,
    inputs: plan.inputs,
    regionsFile: REGIONS_FILE,
    onProgress: show,
    onRefused: (line) => tell({ line }),
  });
  const refused = result.refused > 0 ? `, ${result.refused} records refused` : '';
  tell({ line: `${name}: ${result.reports} reports in ${result.seconds.toFixed(1)} s${refused}` });
}

function hashOf(parts: (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}
