import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CARDS } from '../../app/cards/index';
import { GET as chart } from '../../app/api/v1/chart/[file]/route';
import { synthesizeRecords } from '../../lib/synth';
import { corpusIn, record, temporaryFolder } from '../store/small-corpus';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  process.env.DATABASE_DIR = folder.path;
  await corpusIn(folder.path, [record()], 'reports');
  await corpusIn(folder.path, synthesizeRecords({ reports: 400, seed: 3 }), 'demo');
});
afterAll(async () => {
  delete process.env.DATABASE_DIR;
  await folder.remove();
});

test('every column of every card has a name of its own', async () => {
  for (const { id } of CARDS)
    for (const search of ['corpus=demo', 'corpus=demo&region=12&lang=en']) {
      const file = { params: Promise.resolve({ file: `${id}.csv` }) };
      const response = await chart(new Request(`http://localhost/api/v1/x?${search}`), file);
      const [header = []] = parse(await response.text(), { bom: true });
      expect(header.length).toBeGreaterThan(0);
      expect([id, ...new Set(header)]).toEqual([id, ...header]);
    }
});
