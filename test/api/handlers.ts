/** Two small corpora in a folder of their own, and the handlers of the API asked over them without a server. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll } from 'vitest';
import { type ReportRecord } from '../../lib/record';
import { synthesizeRecords } from '../../lib/synth';
import { keptFolder } from '../store/kept-corpus';
import { record } from '../store/small-corpus';

export const HOSTILE = '=HYPERLINK("http://evil","点")';
const real = [
  record({
    name: HOSTILE,
    year: 2023,
    values: { 'requests.granted.total': 12, 'disclosure.administrative_fees.amount_10k_yuan': 4068.208 },
  }),
  record({ name: '乙,县"办"\n公室', code: '610112', scope: 'own', body: 'office', url: null }),
];
// A cell that a spreadsheet would compute, and one that only looks like a sum.
Object.assign(real[0]?.cells ?? {}, {
  'requests.partial.total': { raw: '+36', state: 'unreadable', at: { line: 3, column: 4 } },
});

export let folder: string;
export let demo: ReportRecord[];
const SYNTHETIC = { reports: 400, seed: 12 };
/** Both are there before the tests of a file. */
export const useCorpora = (): void => {
  beforeAll(async () => {
    folder = await keptFolder({ reports: { records: real }, demo: { synthetic: SYNTHETIC } });
    process.env.DATABASE_DIR = folder;
    demo = [...synthesizeRecords(SYNTHETIC)];
  });
  afterAll(() => {
    delete process.env.DATABASE_DIR;
  });
};

export type Handler = (request: Request) => Promise<Response>;
/** The answer of a handler to a search. */
export const ask = (handler: Handler, search: string): Promise<Response> =>
  handler(new Request(`http://localhost/api/v1/x?${search}`));
/** The same as JSON. */
export const json = async (handler: Handler, search: string) =>
  (await (await ask(handler, search)).json()) as Record<string, never> & {
    rows: Record<string, string | number | null>[];
    columns: { id: string; unit: string | null }[];
    meta: Record<string, number | string | null>;
  };

/** A CSV answer: its header line and rows as a strict reader sees them. */
export async function csv(handler: Handler, search: string) {
  const response = await ask(handler, search);
  const bytes = Buffer.from(await response.arrayBuffer());
  const [header = [], ...rows] = parse(bytes, { bom: true, record_delimiter: '\r\n' });
  return { response, bytes, header, rows };
}
