/** One card's question fails: a database whose table for applicants is gone. Its card says so, and all others stand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { synthesizeRecords } from '../../../lib/synth/index';
import { corpusIn } from '../../store/small-corpus';
import { canBrowse, useSite } from '../../site/site';

describe.skipIf(!canBrowse)('a card that fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-failing-'));
  beforeAll(async () => {
    const corpus = await corpusIn(folder, [...synthesizeRecords({ reports: 300, seed: 5 })], 'demo');
    const instance = await DuckDBInstance.create(corpus.file);
    const connection = await instance.connect();
    await connection.run('DROP TABLE cube_by_applicant');
    await connection.run('CHECKPOINT');
    connection.closeSync();
    instance.closeSync();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const site = useSite({ DATABASE_DIR: folder });

  test('says so in its own place, while the rest of the page stands', async () => {
    for (const [language, words] of [
      ['zh-CN', '这一项没有做出来'],
      ['en', 'This card could not be made'],
    ] as const) {
      const page = await site().open('/requests?corpus=demo', { language, javascript: false });
      const failed = page.locator('#requests-by-applicant');
      expect(await failed.locator('h2').innerText()).not.toBe('');
      expect(await failed.locator('.statement').innerText()).toContain(words);
      expect(await failed.locator('a').getAttribute('href')).toContain('/api/v1/reports.csv');
      expect(await page.locator('section.card svg.chart').count()).toBeGreaterThan(3);
      expect(await page.locator('form[data-filters]').count()).toBe(1);
      expect(await page.locator('footer').innerText()).not.toBe('');
      expect(await page.content()).not.toMatch(/cube_by_applicant|duckdb|Catalog Error/i);
    }
  });

  test('fails as a file and alone, and tells nothing of the inside', async () => {
    const file = await fetch(`${site().address}/api/v1/chart/requests-by-applicant.csv?corpus=demo`);
    expect([file.status, file.headers.get('content-type')]).toEqual([
      500,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await file.text()).not.toMatch(/cube_by_applicant|Catalog/);
    const alone = await site().open('/embed/requests-by-applicant?corpus=demo', { javascript: false });
    expect(await alone.locator('.statement').innerText()).toContain('没有做出来');
  });
});
