import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEachOf } from '../../lib/batch/concurrent';
import { openCorpus } from '../../lib/batch/corpus/index';
import { recordFile, recordText } from '../../lib/batch/corpus/record-file';
import { ALL_FIELDS } from '../../lib/form';
import { ingestBytes } from '../../lib/ingest';
import { flow, reportText, testFolder } from './report-text';

describe('the file of a record', () => {
  it('lies under the first digits of its region and is named as its id', () => {
    expect(recordFile('420704-鄂城区-2020', null)).toBe('42/420704-鄂城区-2020.json');
    expect(recordFile('000000-unknown-0000-0a1b2c3d', null)).toBe('00/000000-unknown-0000-0a1b2c3d.json');
    expect(recordFile('某单位-2020', null)).toBe('00/某单位-2020.json');
    expect(recordFile('420704-鄂城区-2020', '0a1b2c3d'.repeat(8))).toBe(
      '42/420704-鄂城区-2020~0a1b2c3d.json',
    );
  });

  it('has a name that any system can hold, another one for every id', () => {
    const ids = fc.tuple(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'binary', maxLength: 120 }),
    );
    fc.assert(
      fc.property(ids, ([a, b]) => {
        const [folder, name, ...more] = recordFile(a, null).split('/');
        expect(more).toEqual([]);
        expect(folder).toMatch(/^\d\d$/);
        expect(name).toMatch(/^[^\p{C}\\/:*?"<>|.][^\p{C}\\/:*?"<>|]*\.json$|^\.json$/u);
        expect(Buffer.byteLength(name ?? '')).toBeLessThanOrEqual(255);
        const isSame = a === b;
        expect(recordFile(a, null) === recordFile(b, null)).toBe(isSame);
      }),
      { numRuns: 200 },
    );
  });

  it('has its fields in the order of the form, whatever order they were read in', async () => {
    const text = reportText({ fields: flow(12) });
    const record = await ingestBytes(Buffer.from(text), { path: 'report.txt', url: null });
    const turned = Object.fromEntries(Object.entries(record).reverse()) as typeof record;
    turned.cells = Object.fromEntries(Object.entries(record.cells).reverse());
    turned.requests = Object.fromEntries(Object.entries(record.requests).reverse());
    expect(recordText(turned)).toBe(recordText(record));
    const written = JSON.parse(recordText(record)) as typeof record;
    expect(written).toEqual(record);
    const order = ALL_FIELDS.map(({ id }) => id).filter((id) => id in written.cells);
    expect(Object.keys(written.cells)).toEqual(order);
  });
});

describe('the index', () => {
  it('leaves out a line torn by a crash and what has no record, and goes on after it', async () => {
    const folder = testFolder();
    const entry = {
      sha256: 'a'.repeat(64),
      reader: '1',
      copies: [{ path: 'a.txt', url: null }],
      found: 'x',
      expected: 'y',
      remedy: 'z',
    };
    const record = {
      sha256: 'b'.repeat(64),
      reader: '1',
      copies: entry.copies,
      record: '340103-a-2020',
      read_as: 'x',
      curation: '',
      values: '',
      errors: 0,
      warnings: 0,
      infos: 0,
      numbers: 0,
      published: null,
    };
    const lines = `${JSON.stringify(entry)}\n${JSON.stringify(record)}\n{"sha256":"to`;
    writeFileSync(join(folder, 'index.jsonl'), lines);
    const { index } = await openCorpus(folder, () => undefined);
    expect([...index.entries.keys()]).toEqual([entry.sha256]);
    await index.put({ ...entry, sha256: 'c'.repeat(64) });
    await index.flush();
    const again = await openCorpus(folder, () => undefined);
    expect([...again.index.entries.keys()]).toEqual([entry.sha256, 'c'.repeat(64)]);
  });
});

describe('tasks side by side', () => {
  it('are never more than the limit, and the first failure is thrown after all have ended', async () => {
    let running = 0;
    let most = 0;
    let ended = 0;
    const run = forEachOf([1, 2, 3, 4, 5, 6], 2, async (item) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      ended += 1;
      if (item === 3) throw new Error('three');
    });
    await expect(run).rejects.toThrow('three');
    expect(most).toBe(2);
    expect(running).toBe(0);
    expect(ended).toBeLessThan(6);
  });
});
