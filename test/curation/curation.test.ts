import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CurationError, curateRecord, parseCuration, readCuration } from '../../lib/curation';
import { CURATED_FIELDS } from '../../lib/curation/fields';
import { ingestBytes } from '../../lib/ingest';
import { recordSchema } from '../../lib/record';
import { corpusRecords, flow, ingest, put, rejectLines, reportText, testFolder } from '../batch/report-text';

const HEADER = 'record,field,value,reason,evidence,date\n';
const SHA = 'a'.repeat(64);
const line = (field: string, value: string, record = SHA) =>
  `${record},${field},${value},页脚写明,网站标识码 3401040001,2026-11-01\n`;
const parse = (text: string) => parseCuration(text, 'data/curation/a.csv');
const read = () => ingestBytes(Buffer.from(reportText({ fields: flow(9) })), { path: 'a.txt', url: null });

describe('a curation file', () => {
  it('is refused at the first line that cannot be used, by file and line, with what was expected', () => {
    const refused: [string, RegExp][] = [
      [
        'id,field\n',
        /^data\/curation\/a\.csv line 1: found id,field, expected the columns record,field,value/,
      ],
      [
        `${HEADER}${line('requests.granted.total', '5')}`,
        /line 2: found the figure requests\.granted\.total, expected a field of identity/,
      ],
      [`${HEADER}${line('proceedings.x', '5')}`, /found the figure/],
      [
        `${HEADER}${line('region.name', 'x')}`,
        /line 2: found field "region\.name", expected one of agency\.name, agency\.body/,
      ],
      [
        `${HEADER}${line('agency.body', 'ministry')}`,
        /found agency\.body "ministry", expected one of government, department/,
      ],
      [
        `${HEADER}${line('region.code', '990000')}`,
        /found region\.code "990000", expected a code of data\/regions\.csv/,
      ],
      [`${HEADER}${line('year', '21')}`, /found year "21", expected a year such as 2021/],
      [`${HEADER}${line('published', '2021-02-30')}`, /found published "2021-02-30", expected a day/],
      [`${HEADER}${line('agency.name', '')}`, /found agency\.name "", expected a name/],
      [
        `${HEADER}${line('year', '2021', 'not a record')}`,
        /found record "not a record", expected the sha256/,
      ],
      [`${HEADER}${SHA},year,2021,,e,2026-11-01\n`, /found no reason, expected the reason for the change/],
      [`${HEADER}${SHA},year,2021,r,,2026-11-01\n`, /found no evidence/],
      [`${HEADER}${SHA},year,2021,r,e,yesterday\n`, /found date "yesterday", expected a day/],
      [`${HEADER}${SHA},year,2021,r,e\n`, /line 2: found 5 columns, expected 6/],
      [
        `${HEADER}${line('year', '2021')}\n${line('title', 'x')}"`,
        /^data\/curation\/a\.csv: found .*expected CSV/,
      ],
    ];
    for (const [text, message] of refused) {
      expect(() => parse(text), text).toThrow(CurationError);
      expect(() => parse(text), text).toThrow(message);
    }
  });

  it('may not set one field of one report twice, in one file or in two', async () => {
    const folder = testFolder();
    put(folder, 'a.csv', HEADER + line('year', '2021'));
    put(folder, 'b.csv', `${HEADER}${line('year', '2022')}`);
    await expect(readCuration(folder)).rejects.toThrow(
      /b\.csv line 2: found year of a+ again, expected it once \(.*a\.csv line 2\)/,
    );
    await expect(readCuration(join(folder, 'none'))).resolves.toEqual([]);
  });

  it('of this repository can be used', async () => {
    const folder = join(import.meta.dirname, '..', '..', 'data', 'curation');
    expect(readdirSync(folder).length).toBeGreaterThan(0);
    await expect(readCuration(folder)).resolves.toBeInstanceOf(Array);
  });
});

describe('a curated record', () => {
  it('has the identity it was given, an issue and evidence for each line, and its figures as they were', async () => {
    const record = await read();
    const lines = parse(
      HEADER +
        line('region.code', '340104') +
        line('agency.name', '合肥市蜀山区人民政府') +
        line('year', '2021'),
    );
    const curated = curateRecord(record, lines);
    expect(recordSchema.parse(curated)).toEqual(curated);
    expect(curated.id).toBe('340104-蜀山区-2021');
    expect(curated.region).toMatchObject({
      code: '340104',
      level: 'county',
      prefecture: '合肥市',
      county: '蜀山区',
    });
    expect(curated.agency.as_written).toBe(record.agency.as_written);
    expect(curated.issues.filter(({ code }) => code === 'identity.curated')).toMatchObject([
      { actual: 'agency.name 合肥市庐阳区人民政府', expected: '合肥市蜀山区人民政府: 页脚写明 (2026-11-01)' },
      { actual: 'region.code 340103', expected: '340104: 页脚写明 (2026-11-01)' },
      { actual: 'year 2022', expected: '2021: 页脚写明 (2026-11-01)' },
    ]);
    const evidence = { kind: 'curation', text: '网站标识码 3401040001', at: null };
    expect(curated.agency.scope_evidence.at(-1)).toEqual({
      ...evidence,
      says: 'agency.name 合肥市蜀山区人民政府',
    });
    expect(curated.region.evidence.at(-1)).toEqual({ ...evidence, says: 'region.code 340104' });
    expect(curated.year_evidence.at(-1)).toEqual({ ...evidence, says: 'year 2021' });
    for (const part of ['requests', 'proceedings', 'disclosure', 'cells', 'findings', 'source'] as const)
      expect(curated[part]).toEqual(record[part]);
  });

  it('can be given every field, and "not known" where the record may hold that', async () => {
    const values: Record<string, string> = {
      'agency.name': '某局',
      'agency.body': '',
      'agency.scope': 'unknown',
      'region.code': '',
      'region.level': '',
      year: '',
      published: '',
      title: '',
    };
    expect(Object.keys(values).sort()).toEqual(Object.keys(CURATED_FIELDS).sort());
    const lines = parse(
      HEADER +
        Object.entries(values)
          .map(([field, value]) => line(field, value))
          .join(''),
    );
    const curated = curateRecord(await read(), lines);
    expect(recordSchema.parse(curated)).toEqual(curated);
    expect(curated).toMatchObject({
      id: '000000-某局-0000',
      title: null,
      year: null,
      published: null,
      agency: { name: '某局', body: null, scope: 'unknown' },
      region: { code: null, level: null, province: null, prefecture: null, county: null, township: null },
    });
  });

  it('lets a level set by hand stand over the one that goes with a code', async () => {
    const lines = parse(HEADER + line('region.level', 'prefecture') + line('region.code', '340104'));
    expect(curateRecord(await read(), lines).region).toMatchObject({ code: '340104', level: 'prefecture' });
  });
});

describe('an ingest with curation', () => {
  it('applies a new line to the report it is about, reads no other, and takes it back with the line', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/a.txt', reportText({ fields: flow(9) }));
    put(folder, 'in/b.txt', reportText({ agency: '合肥市包河区人民政府' }));
    await ingest([join(folder, 'in')], corpus);
    put(
      folder,
      'curation/a.csv',
      HEADER +
        line('region.code', '340104', '340103-庐阳区-2022') +
        line('agency.name', '合肥市蜀山区人民政府', '340103-庐阳区-2022'),
    );
    expect(await ingest([join(folder, 'in')], corpus)).toMatchObject({ read: 1, notes: [] });
    expect(corpusRecords(corpus).map(({ id }) => id)).toEqual(['340104-蜀山区-2022', '340111-包河区-2022']);
    expect(await ingest([join(folder, 'in')], corpus)).toMatchObject({ read: 0, written: 0 });
    put(folder, 'curation/a.csv', HEADER);
    expect(await ingest([join(folder, 'in')], corpus)).toMatchObject({ read: 1 });
    expect(corpusRecords(corpus).map(({ id }) => id)).toEqual(['340103-庐阳区-2022', '340111-包河区-2022']);
  });

  it('gives back what a wrong identity had pushed aside', async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/a.txt', reportText({ fields: flow(9) }));
    put(folder, 'in/b.txt', reportText({ fields: flow(8) }));
    await ingest([join(folder, 'in')], corpus);
    const [kept] = corpusRecords(corpus);
    expect(rejectLines(corpus)).toHaveLength(1);
    put(folder, 'curation/a.csv', HEADER + line('year', '2021', kept?.source.sha256));
    await ingest([join(folder, 'in')], corpus);
    expect(corpusRecords(corpus).map(({ year }) => year)).toEqual([2021, 2022]);
    expect(rejectLines(corpus)).toEqual([]);
  });

  it('says which lines are about no report, and refuses to start with a bad one', async () => {
    const folder = testFolder();
    put(folder, 'in/a.txt', reportText());
    put(folder, 'curation/a.csv', HEADER + line('year', '2021'));
    const { notes } = await ingest([join(folder, 'in')], join(folder, 'corpus'));
    expect(notes).toEqual([
      expect.stringMatching(/a\.csv line 2: found a{64}, expected a report of the corpus$/),
    ]);
    put(folder, 'curation/a.csv', HEADER + line('requests.granted.total', '7'));
    await expect(ingest([join(folder, 'in')], join(folder, 'corpus'))).rejects.toThrow(CurationError);
  });
});
