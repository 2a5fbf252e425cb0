import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  corpusFiles,
  corpusRecords,
  flow,
  ingest,
  put,
  recordsToBuild,
  rejectLines,
  reportText,
  testFolder,
} from './report-text';

const meta = (url: string) => JSON.stringify({ url });

describe('copies of one report', () => {
  it('with the same figures are one record that names every place', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    const text = reportText({ fields: flow(30) });
    put(folder, 'in/a/report.txt', text);
    put(folder, 'in/a/report.txt.meta.json', meta('https://www.example.gov.cn/a.txt'));
    put(folder, 'in/b/report.txt', text);
    put(folder, 'in/c/report.txt', reportText({ fields: flow(30), words: '另见附件。' }));
    const summary = await ingest([join(folder, 'in')], corpus);
    expect(summary).toMatchObject({ seen: 3, read: 2, records: 1, rejects: 0 });
    const [record] = await recordsToBuild(corpus);
    expect(record?.source.url).toBe('https://www.example.gov.cn/a.txt');
    expect(record?.also_at?.map(({ path }) => path.split('/').at(-2))).toEqual(['b', 'c']);
    expect(new Set(record?.also_at?.map(({ sha256 }) => sha256)).size).toBe(2);
  });

  it('with other figures are kept once, the one with fewer issues, and the other one is named', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/good.txt', reportText({ fields: flow(30) }));
    put(folder, 'in/poor.txt', reportText({ fields: flow(30) }).replace(/^行政许可.*\n/m, ''));
    const summary = await ingest([join(folder, 'in')], corpus);
    expect(summary).toMatchObject({ records: 1, rejects: 1, differing: 1 });
    expect((await recordsToBuild(corpus))[0]?.source.path).toMatch(/good\.txt$/);
    expect(rejectLines(corpus)[0]).toMatch(
      /poor\.txt,.*differs from .*good\.txt, which was kept as 340103-庐阳区-2022/,
    );
  });

  it('of which one holds no figures are told apart from copies that differ', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/annex.txt', reportText({ fields: flow(30) }));
    put(folder, 'in/page.txt', '合肥市庐阳区人民政府2022年政府信息公开工作年度报告\n见附件。\n');
    await ingest([join(folder, 'in')], corpus);
    expect(await recordsToBuild(corpus)).toHaveLength(1);
    expect(rejectLines(corpus)[0]).toMatch(
      /page\.txt,.*found no figures; the report .* was read from .*annex\.txt/,
    );
  });

  it('give way to the next best when the best one is replaced', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/good.txt', reportText({ fields: flow(30) }));
    put(folder, 'in/poor.txt', reportText({ fields: flow(31) }).replace(/^行政许可.*\n/m, ''));
    await ingest([join(folder, 'in')], corpus);
    put(folder, 'in/good.txt', reportText({ year: 2019 }));
    await ingest([join(folder, 'in')], corpus);
    const records = await recordsToBuild(corpus);
    expect(records.map(({ year, source }) => [year, source.path.split('/').at(-1)])).toEqual([
      [2019, 'good.txt'],
      [2022, 'poor.txt'],
    ]);
    expect(rejectLines(corpus)).toEqual([]);
  });

  it('come to the same corpus in whatever order and groups they are ingested', async () => {
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'];
    const folder = testFolder();
    put(folder, 'in/a.txt', reportText({ fields: flow(30) }));
    put(folder, 'in/b.txt', reportText({ fields: flow(30), words: '另见附件。' }));
    put(folder, 'in/c.txt', reportText({ fields: flow(31) }));
    put(folder, 'in/d.txt', reportText({ fields: flow(31) }).replace(/^行政许可.*\n/m, ''));
    put(folder, 'in/e.txt', reportText({ year: 2021, fields: flow(9, 0, 4) }));
    await ingest([join(folder, 'in')], join(folder, 'whole'));
    const whole = corpusFiles(join(folder, 'whole'));
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(names, { minLength: names.length }),
        fc.integer({ min: 1, max: 4 }),
        async (order, cut) => {
          const corpus = join(folder, `corpus-${count++}`);
          for (const part of [order.slice(0, cut), order.slice(cut)])
            await ingest(
              part.map((name) => join(folder, 'in', name)),
              corpus,
            );
          expect(corpusFiles(corpus)).toEqual(whole);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('the files of one report', () => {
  const recordNames = (corpus: string) => Object.keys(corpusFiles(corpus)).filter((file) => /^\d/.test(file));

  it('have a piece of their hash in the name while there are several, and none when one is left', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/a.txt', reportText({ fields: flow(30) }));
    await ingest([join(folder, 'in')], corpus);
    const alone = corpusFiles(corpus);
    expect(recordNames(corpus)).toEqual(['34/340103-庐阳区-2022.json']);
    put(folder, 'in/b.txt', reportText({ fields: flow(31) }));
    put(folder, 'in/c.txt', reportText({ fields: flow(32) }));
    await ingest([join(folder, 'in')], corpus);
    const hashes = corpusRecords(corpus).map(({ source }) => source.sha256.slice(0, 8));
    expect(recordNames(corpus)).toEqual(hashes.map((hash) => `34/340103-庐阳区-2022~${hash}.json`));
    expect(hashes).toHaveLength(3);
    for (const name of ['b.txt', 'c.txt'])
      put(folder, `in/${name}`, '关于召开会议的通知，请各单位准时参加。');
    await ingest([join(folder, 'in')], corpus);
    expect(recordNames(corpus)).toEqual(['34/340103-庐阳区-2022.json']);
    expect(corpusFiles(corpus)['34/340103-庐阳区-2022.json']).toBe(alone['34/340103-庐阳区-2022.json']);
  });

  it('come to the same names and bytes wherever a run was killed between one name and the other', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/a.txt', reportText({ fields: flow(30) }));
    await ingest([join(folder, 'in')], corpus);
    put(folder, 'in/b.txt', reportText({ fields: flow(31) }));
    const plain = join(corpus, '34/340103-庐阳区-2022.json');
    const index = corpusFiles(corpus)['index.jsonl'] ?? '';
    const [first] = corpusRecords(corpus);
    const hashed = join(corpus, `34/340103-庐阳区-2022~${first?.source.sha256.slice(0, 8)}.json`);
    await ingest([join(folder, 'in')], join(folder, 'whole'));
    const whole = corpusFiles(join(folder, 'whole'));
    // Renamed, the other one not yet written.
    renameSync(plain, hashed);
    await ingest([join(folder, 'in')], corpus);
    expect(corpusFiles(corpus)).toEqual(whole);
    // Both written, the index not yet.
    writeFileSync(join(corpus, 'index.jsonl'), index);
    await ingest([join(folder, 'in')], corpus);
    expect(corpusFiles(corpus)).toEqual(whole);
    // The other one removed, the name not yet changed back; and changed back, the index not yet.
    for (const isBack of [false, true]) {
      rmSync(join(corpus, recordNames(corpus).find((name) => !hashed.endsWith(name)) ?? ''));
      if (isBack) renameSync(hashed, plain);
      await ingest([join(folder, 'in')], corpus);
      expect(corpusFiles(corpus)).toEqual(whole);
    }
  });
});

describe('the place that a record names', () => {
  const BARE = '34/340103-庐阳区-2022.json';

  it('stays when the same bytes are ingested elsewhere, in this corpus or in a fresh clone of it', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    const text = reportText({ fields: flow(30) });
    put(folder, 'in/report.txt', text);
    await ingest([join(folder, 'in')], corpus);
    const [before] = corpusRecords(corpus);
    put(folder, 'a-first/other.txt', text);
    await ingest([join(folder, 'a-first')], corpus);
    expect(corpusRecords(corpus)).toMatchObject([{ source: before?.source, also_at: [{ url: null }] }]);

    rmSync(join(corpus, 'index.jsonl'));
    rmSync(join(folder, 'in'), { recursive: true });
    put(folder, 'a-second/other.txt', text);
    for (let run = 0; run < 3; run++) {
      await ingest([join(folder, 'a-second')], corpus);
      const [after] = corpusRecords(corpus);
      expect(after?.source).toEqual(before?.source);
      expect(after?.also_at?.map(({ path }) => path.split('/').at(-2))).toEqual(['a-first', 'a-second']);
    }
    put(folder, 'a-second/other.txt.meta.json', meta('https://www.example.gov.cn/a.txt'));
    await ingest([join(folder, 'a-second')], corpus);
    const [addressed] = corpusRecords(corpus);
    expect(addressed?.source.path).toBe(before?.source.path);
    expect(addressed?.source.url).toBe('https://www.example.gov.cn/a.txt');
  });

  it('stays in the tracked records, byte for byte but for the other place', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    const text = reportText({ fields: flow(30) });
    put(folder, 'in/report.txt', text);
    await ingest([join(folder, 'in')], corpus);
    const tracked = corpusFiles(corpus)[BARE] ?? '';
    rmSync(join(corpus, 'index.jsonl'));
    rmSync(join(folder, 'in'), { recursive: true });
    put(folder, 'elsewhere/report.txt', text);
    await ingest([join(folder, 'elsewhere')], corpus);
    const { also_at, ...rest } = JSON.parse(corpusFiles(corpus)[BARE] ?? '') as Record<string, unknown>;
    expect(also_at).toHaveLength(1);
    expect(rest).toEqual(JSON.parse(tracked));
  });
});

describe('reports that do not say who or when', () => {
  it('are kept apart, since they need not be the same one', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/1.txt', reportText({ agency: '', fields: flow(3) }));
    put(folder, 'in/2.txt', reportText({ agency: '', fields: flow(4) }));
    const summary = await ingest([join(folder, 'in')], corpus);
    expect(summary).toMatchObject({ records: 2, rejects: 0 });
    for (const { id, source } of corpusRecords(corpus))
      expect(id.endsWith(source.sha256.slice(0, 8))).toBe(true);
    expect(
      Object.keys(corpusFiles(corpus)).every((file) => !/^\d/.test(file) || file.startsWith('00/')),
    ).toBe(true);
  });
});
