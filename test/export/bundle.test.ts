import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as bundle } from '../../app/api/v1/bundle.zip/route';
import { GET as cellsCsv } from '../../app/api/v1/cells.csv/route';
import { GET as queryCsv } from '../../app/api/v1/query.csv/route';
import { GET as reportsCsv } from '../../app/api/v1/reports.csv/route';
import { keptFolder } from '../store/kept-corpus';
import { unzip } from './unzip';

beforeAll(async () => {
  process.env.DATABASE_DIR = await keptFolder({ demo: { synthetic: { reports: 400, seed: 12 } } });
});
afterAll(() => {
  delete process.env.DATABASE_DIR;
});

const ask = (handler: (request: Request) => Promise<Response>, search: string): Promise<Response> =>
  handler(new Request(`http://localhost/api/v1/x?${search}`));

type Field = { name: string; type: string; title: string };

test.each([
  ['reports', 'corpus=demo&where=requests.granted.total>0&columns=agency,year,denial_rate', reportsCsv],
  ['query', 'corpus=demo&metrics=granted,denial_rate&by=year', queryCsv],
  ['cells', 'corpus=demo&from=2022&to=2023', cellsCsv],
] as const)('the package of %s holds its table and says what every column is', async (table, search, csv) => {
  const response = await ask(bundle, `table=${table}&${search}`);
  const files = await unzip(Buffer.from(await response.arrayBuffer()));
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? '';
  const names = ['README.md', 'datapackage.json', `${table}.csv-metadata.json`];
  expect([...files.keys()]).toEqual([...names, '数据字典.csv', 'data-dictionary.csv', `${table}.csv`]);
  expect(text(`${table}.csv`)).toBe(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await ask(csv, search)).arrayBuffer()),
  );
  const [header = [], ...rows] = parse(text(`${table}.csv`), { bom: true });
  expect(response.headers.get('x-row-count')).toBe(String(rows.length));
  const described = JSON.parse(text('datapackage.json')) as {
    licenses: object[];
    resources: { schema: { fields: Field[] } }[];
  };
  const fields = described.resources[0]?.schema.fields ?? [];
  expect(fields.map((field) => field.name)).toEqual(header);
  const figures = rows.flatMap((row) => row.filter((text, i) => fields[i]?.type !== 'string' && text !== ''));
  expect(figures.length).toBeGreaterThan(0);
  expect(figures.filter((text) => !Number.isFinite(Number(text)))).toEqual([]);
  const csvw = JSON.parse(text(`${table}.csv-metadata.json`)) as {
    tableSchema: { columns: { titles: string }[] };
  };
  expect(csvw.tableSchema.columns.map((column) => column.titles)).toEqual(header);
  for (const dictionary of ['数据字典.csv', 'data-dictionary.csv']) {
    const lines = parse(text(dictionary), { bom: true });
    expect(lines.slice(1).map(([column]) => column)).toEqual(header);
    const rates = lines.filter(([column]) => column?.startsWith('denial_rate ['));
    expect(rates.map((line) => line[4]?.includes('÷ (requests.outcomes_total.total)'))).toEqual(
      table === 'cells' ? [] : [true],
    );
  }
  const readme = text('README.md');
  for (const said of [
    '合成数据',
    'CC-BY-4.0',
    `rows: ${rows.length}`,
    'corpus_version',
    'citation',
    table === 'cells' ? '2023' : 'denial_rate',
  ])
    expect(readme).toContain(said);
  expect(readme.includes('予以公开·总计 > 0')).toBe(table === 'reports');
});

test.each([
  ['', 'requests.other_total.total | requests.other_amendment_overdue.total + requests.'],
  [
    'applicant=natural_person',
    'requests.other_total.natural_person | requests.other_amendment_overdue.natural_person + ',
  ],
  [
    'applicant=natural_person,org_other',
    'requests.other_total.natural_person + requests.other_total.org_other | ',
  ],
  ['by=applicant', 'requests.other_total.<applicant> | requests.other_amendment_overdue.<applicant> + '],
])(
  'the dictionary gives the formula over the applicant columns that were added up: %s',
  async (asked, start) => {
    const metrics = 'metrics=other,other_rate,review_rate,requests.granted.total';
    const search = `table=query&corpus=demo&${asked === 'by=applicant' ? 'metrics=other,other_rate' : metrics}&${asked}`;
    const files = await unzip(Buffer.from(await (await ask(bundle, search)).arrayBuffer()));
    for (const dictionary of ['数据字典.csv', 'data-dictionary.csv']) {
      const lines = parse(files.get(dictionary)?.toString('utf8') ?? '', { bom: true });
      const formula = (id: string) => lines.find(([column]) => column?.startsWith(`${id} [`))?.[4] ?? '';
      expect(formula('other').startsWith(start)).toBe(true);
      expect(formula('other_rate').startsWith(`(${start}`)).toBe(true);
      // Table 4 knows no applicants, a cell named is that cell.
      expect(formula('review_rate')).toBe(
        asked === 'by=applicant'
          ? ''
          : '(proceedings.reconsideration.total) ÷ (requests.outcomes_total.total)',
      );
      expect(formula('requests.granted.total')).toBe('');
    }
  },
);

test('a package of reports keeps the formulas of whole reports, whatever applicant is asked for', async () => {
  const search = 'table=reports&corpus=demo&columns=agency,denial_rate&applicant=natural_person';
  const files = await unzip(Buffer.from(await (await ask(bundle, search)).arrayBuffer()));
  expect(files.get('data-dictionary.csv')?.toString('utf8')).not.toContain('natural_person');
});

test('a package without metrics of a query is a 400', async () => {
  expect((await ask(bundle, 'table=query&corpus=demo')).status).toBe(400);
  expect((await ask(bundle, 'table=secret')).status).toBe(400);
});
