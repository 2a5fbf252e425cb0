import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type Answer, scoreTitles } from './accuracy';

const SHARED = '../shared/samples/titles.jsonl';

describe('titles', () => {
  test('invented titles of the whole country are read right', () => {
    const rows = parse(readFileSync('test/identify/title/titles.csv'), { columns: true }) as Record<
      string,
      string
    >[];
    const answers = rows.map(
      (row): Answer => ({
        title: row.title ?? '',
        url: row.url || null,
        agency: row.agency ?? '',
        year: row.year ? Number(row.year) : null,
        region_code: row.region_code || null,
        level: row.level || null,
        body: row.body || null,
      }),
    );
    const score = scoreTitles(answers, 'invented');
    expect(answers.length).toBeGreaterThanOrEqual(150);
    expect(score).toMatchObject({ agency: 1, year: 1, region_code: 1, level: 1, body: 1 });
  });

  test.skipIf(!existsSync(SHARED))('sixty real titles are read right', () => {
    const answers = readFileSync(SHARED, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer);
    const score = scoreTitles(answers, 'real');
    expect(score.year).toBe(1);
    expect(score.region_code).toBeGreaterThanOrEqual(0.95);
    expect(score.level).toBeGreaterThanOrEqual(0.95);
    expect(score.body).toBeGreaterThanOrEqual(0.92);
    expect(score.scope).toBeGreaterThanOrEqual(0.75);
  });
  if (!existsSync(SHARED)) console.log(`skipped: ${SHARED} is not there`);
});
