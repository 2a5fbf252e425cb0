/** Every folder of test/reports: a document of ours in a shape seen in the wild, and what a person reads in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestBytes, withoutProse } from '../lib/ingest';
import { recordSchema } from '../lib/record';
import { expectCells, expectFindings, expectIdentity, readKey } from './expected-report';

const root = join(import.meta.dirname, 'reports');

describe('reports of every shape', () => {
  for (const slug of readdirSync(root)) {
    const files = readdirSync(join(root, slug));
    const source = files.find((file) => file.startsWith('source.'));
    if (!source) continue;
    it(`reads ${slug} as a person does`, async () => {
      const record = await ingestBytes(readFileSync(join(root, slug, source)), {
        path: `${slug}/${source}`,
        url: null,
      });
      const key = readKey(join(root, slug, 'key.json'));
      expect(recordSchema.parse(record)).toEqual(record);
      expectCells(record, key);
      expectIdentity(record, key);
      expectFindings(record, key);
      await expect(`${JSON.stringify(withoutProse(record).findings, null, 1)}\n`).toMatchFileSnapshot(
        join(root, slug, 'findings.json'),
      );
      await expect(`${JSON.stringify(record.issues, null, 1)}\n`).toMatchFileSnapshot(
        join(root, slug, 'issues.json'),
      );
    });

    // Places of lines and columns belong to text.
    if (!source.endsWith('.txt')) continue;
    it(`places every number of ${slug} where it stands`, async () => {
      const bytes = readFileSync(join(root, slug, source));
      const record = await ingestBytes(bytes, { path: source, url: null });
      const lines = bytes.toString('utf8').split('\n');
      const numbers = Object.entries(record.cells).filter(([, { state }]) => state === 'number');
      expect(numbers.length).toBeGreaterThan(30);
      expect(numbers.filter(([, { at }]) => at?.line === undefined)).toEqual([]);
      const runs = new Set(
        record.issues.flatMap(({ code, fields }) => (code === 'cell.digits_run_together' ? fields : [])),
      );
      const elsewhere = numbers.flatMap(([field, { raw, at }]) => {
        const line = lines[(at?.line ?? 0) - 1] ?? '';
        const isThere = runs.has(field)
          ? line.includes(raw)
          : line
              .slice((at?.column ?? 1) - 1)
              .trimStart()
              .startsWith(raw.trim());
        return isThere ? [] : [`${field} at ${JSON.stringify(at)}: ${line}`];
      });
      expect(elsewhere).toEqual([]);
    });
  }
});
