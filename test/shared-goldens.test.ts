/** The real documents beside the repository, where they are there, against what was read in them by hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestBytes } from '../lib/ingest';
import { expectCells, expectFindings, expectIdentity, readKey } from './expected-report';

const shared = join(import.meta.dirname, '..', '..', 'shared');
const goldens = existsSync(join(shared, 'golden')) ? readdirSync(join(shared, 'golden')) : [];

describe('real documents', () => {
  it.skipIf(goldens.length === 0)('stand in ../shared; skipped where that folder is not here', () => {
    expect(goldens.length).toBeGreaterThan(0);
  });
  for (const name of goldens) {
    it(`reads ${name} exactly`, async () => {
      const key = readKey(join(shared, 'golden', name));
      const record = await ingestBytes(readFileSync(join(shared, key.file ?? '')), {
        path: key.file ?? name,
        url: null,
      });
      expectCells(record, key);
      expectIdentity(record, key);
      expectFindings(record, key);
    });
  }
});
