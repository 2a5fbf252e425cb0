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

    it(`places every number of ${slug} where it stands`, async () => {
      const bytes = readFileSync(join(root, slug, source));
      if (!source.endsWith('.txt')) return;
      const record = await ingestBytes(bytes, { path: source, url: null });
      const lines = bytes.toString('utf8').split('\n');
      for (const [field, cell] of Object.entries(record.cells)) {
        if (cell.state !== 'number' || cell.at?.line === undefined) continue;
        const from = (cell.at.column ?? 1) - 1;
        const line = lines[cell.at.line - 1] ?? '';
        const isRun = record.issues.some(
          (each) => each.code === 'cell.digits_run_together' && each.fields.includes(field),
        );
        if (isRun) expect(line, field).toContain(cell.raw);
        else
          expect(
            line.slice(from).trimStart().startsWith(cell.raw.trim()),
            `${field} at ${JSON.stringify(cell.at)}: ${line}`,
          ).toBe(true);
      }
    });
  }
});
