import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Two reports, a page that is no report, and where the corpus goes. */
function someReports() {
  const folder = testFolder();
  const reports = join(folder, 'reports');
  put(reports, '2021.txt', reportText({ year: 2021, fields: flow(40, 0, 6) }));
  put(reports, '2022.txt', reportText({ year: 2022, fields: flow(50, 5, 2) }));
  put(reports, 'notice.txt', '关于召开会议的通知，请各单位准时参加。');
  return { folder, reports, corpus: join(folder, 'corpus') };
}

describe('a first run', () => {
  it('writes one record a report under the first digits of its region, and a reject for what is none', async () => {
    const { reports, corpus } = someReports();
    const summary = await ingest([reports], corpus);
    expect(Object.keys(corpusFiles(corpus))).toEqual([
      '34/340103-庐阳区-2021.json',
      '34/340103-庐阳区-2022.json',
      'index.jsonl',
      'rejects.csv',
    ]);
    expect(summary).toMatchObject({
      seen: 3,
      read: 3,
      reports: 2,
      rejected: 1,
      records: 2,
      rejects: 1,
      faults: 0,
    });
    expect(summary).toMatchObject({ formats: { text: 2 }, forms: { '2021': 2 } });
    const [reject] = rejectLines(corpus);
    expect(reject).toContain('notice.txt');
    expect(reject).toContain('expected a 政府信息公开工作年度报告');
    expect(reject).toContain('check that the file is the report itself');
  });

  it('leaves what does not follow from one year to the next to the building of a database', async () => {
    const { reports, corpus } = someReports();
    const summary = await ingest([reports], corpus);
    expect(corpusRecords(corpus).flatMap(({ findings }) => findings)).toEqual([]);
    expect(summary.findings).toEqual({});
    const [, later] = await recordsToBuild(corpus);
    expect(later?.findings.map(({ rule, left, right, other }) => ({ rule, left, right, other }))).toEqual([
      {
        rule: 'requests.carry_over',
        left: 5,
        right: 6,
        other: { id: '340103-庐阳区-2021', fields: ['requests.carried_out.natural_person'] },
      },
      {
        rule: 'requests.carry_over',
        left: 5,
        right: 6,
        other: { id: '340103-庐阳区-2021', fields: ['requests.carried_out.total'] },
      },
    ]);
  });
});

describe('a second run', () => {
  it('touches nothing when nothing changed', async () => {
    const { reports, corpus } = someReports();
    await ingest([reports], corpus);
    const before = corpusFiles(corpus);
    const times = Object.keys(before).map((file) => statSync(join(corpus, file)).mtimeMs);
    const summary = await ingest([reports], corpus);
    expect(summary).toMatchObject({ seen: 3, read: 0, written: 0 });
    expect(corpusFiles(corpus)).toEqual(before);
    expect(Object.keys(before).map((file) => statSync(join(corpus, file)).mtimeMs)).toEqual(times);
  });

  it('reads only the file that changed, and what it gave before gives way', async () => {
    const { reports, corpus } = someReports();
    await ingest([reports], corpus);
    put(reports, '2022.txt', reportText({ year: 2022, fields: flow(50, 6, 2) }));
    const summary = await ingest([reports], corpus);
    expect(summary).toMatchObject({ read: 1, records: 2, rejects: 1 });
    const [, later] = corpusRecords(corpus);
    expect(later?.requests.carried_in?.total).toBe(6);
    expect((await recordsToBuild(corpus))[1]).toEqual(later);
  });

  it('takes a record away when its file now holds another report', async () => {
    const { reports, corpus } = someReports();
    await ingest([reports], corpus);
    put(reports, '2022.txt', reportText({ year: 2023 }));
    await ingest([reports], corpus);
    expect(corpusRecords(corpus).map(({ year }) => year)).toEqual([2021, 2023]);
  });

  it('follows a file that was renamed, and keeps the record of one that was deleted', async () => {
    const { reports, corpus } = someReports();
    await ingest([reports], corpus);
    renameSync(join(reports, '2021.txt'), join(reports, 'renamed.txt'));
    rmSync(join(reports, '2022.txt'));
    await ingest([reports], corpus);
    const [earlier, later] = corpusRecords(corpus);
    expect(earlier?.source.path).toMatch(/renamed\.txt$/);
    expect(earlier).not.toHaveProperty('also_at');
    expect(later?.source.path).toMatch(/2022\.txt$/);
  });

  it('reads again what has no record any more', async () => {
    const { reports, corpus } = someReports();
    await ingest([reports], corpus);
    const before = corpusFiles(corpus);
    rmSync(join(corpus, '34/340103-庐阳区-2022.json'));
    await ingest([reports], corpus);
    expect(corpusFiles(corpus)).toEqual(before);
  });

  it('comes to the same corpus without its index, and writes a damaged record anew', async () => {
    const { reports, corpus } = someReports();
    await ingest([reports], corpus);
    const before = corpusFiles(corpus);
    rmSync(join(corpus, 'index.jsonl'));
    expect(await ingest([reports], corpus)).toMatchObject({ read: 3, written: 0 });
    expect(corpusFiles(corpus)).toEqual(before);
    rmSync(join(corpus, 'index.jsonl'));
    writeFileSync(join(corpus, '34/340103-庐阳区-2022.json'), '{"schema_version": 1');
    const { notes } = await ingest([reports], corpus);
    expect(notes.join()).toContain('found a damaged record');
    expect(corpusFiles(corpus)).toEqual(before);
  });
});

describe('paths', () => {
  it('are the same in the record however a folder was named', async () => {
    const { reports, corpus } = someReports();
    await ingest([reports], corpus);
    expect(await ingest([join(reports, '.'), join(reports, '2021.txt')], corpus)).toMatchObject({ read: 0 });
  });

  it('that are not there are rejects until they are', async () => {
    const { folder, corpus } = someReports();
    const path = join(folder, 'late');
    await ingest([path], corpus);
    expect(rejectLines(corpus)[0]).toMatch(/late,"?found nothing, or a link that leads nowhere/);
    put(path, 'report.txt', reportText());
    await ingest([path], corpus);
    expect(rejectLines(corpus)).toEqual([]);
  });

  it('do not lead into the corpus itself', async () => {
    const { folder, corpus } = someReports();
    await ingest([folder], corpus);
    expect(await ingest([folder], corpus)).toMatchObject({ seen: 3, read: 0 });
    expect(existsSync(join(corpus, '34'))).toBe(true);
  });
});
