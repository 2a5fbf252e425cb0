/** The archive of a slice explains itself: table, two machine-readable descriptions, two dictionaries, a README. */
import { parse } from 'csv-parse/sync';
import { Readable } from 'node:stream';
import { fromBuffer, type ZipFile } from 'yauzl';
import type { Criterion, Sheet } from './criterion';
import type { Ground } from '../../test/site/ground';

const SLICE = {
  sample: 'corpus=demo&region=32&level=prefecture&from=2023&to=2023',
  whole: 'corpus=demo&region=32&from=2022&to=2023',
};
const TABLES: Record<string, string> = {
  reports: '',
  cells: '',
  query: 'metrics=new_requests,disclosure_rate&by=year,level',
};

export const selfDescribing: Criterion = {
  number: 7,
  name: 'Self-describing archive',
  async check(ground, sheet) {
    for (const [table, more] of Object.entries(TABLES)) {
      ground.progress(table);
      await checkArchive(
        ground,
        sheet,
        table,
        `/api/v1/bundle.zip?table=${table}&${more}&${SLICE[ground.extent]}`,
      );
    }
  },
};

async function checkArchive(ground: Ground, sheet: Sheet, table: string, path: string): Promise<void> {
  const answer = await ground.ask(path);
  sheet.expect(answer.status === 200, path, answer.status, '200');
  const files = await unzip(Buffer.from(await answer.arrayBuffer()));
  const names = [
    'README.md',
    'datapackage.json',
    `${table}.csv-metadata.json`,
    '数据字典.csv',
    'data-dictionary.csv',
    `${table}.csv`,
  ];
  for (const name of names) sheet.expect((files.get(name) ?? '') !== '', path, [...files.keys()], name);
  const lines: string[][] = parse(files.get(`${table}.csv`) ?? '', { bom: true });
  const [head = [], ...rows] = lines;
  const told = answer.headers.get('x-row-count');
  sheet.expect(String(rows.length) === told, path, `${rows.length} rows`, `${told} rows`);
  checkDescriptions(sheet, path, files, { table, head });
  const readme = files.get('README.md') ?? '';
  const version = /[0-9a-f]{12}/.exec(readme)?.[0];
  for (const [what, pattern] of Object.entries({
    filter: /region.*32/s,
    licence: /CC[- ]BY/i,
    citation: /cit|引用/i,
    'corpus version': new RegExp(version ?? 'no version'),
    'synthetic mark': /合成/,
    ...(table === 'query' ? { formula: /disclosure_rate/ } : {}),
  }))
    sheet.expect(pattern.test(readme), `${path}: README.md`, readme.slice(0, 200), what);
  sheet.measured(`${table}: ${files.size} files, ${rows.length} rows, ${head.length} columns`);
}

/** Both descriptions list the columns of the file in its order; so do the dictionaries. */
function checkDescriptions(
  sheet: Sheet,
  path: string,
  files: ReadonlyMap<string, string>,
  { table, head }: { table: string; head: string[] },
): void {
  const described = JSON.parse(files.get('datapackage.json') ?? '{}') as {
    licenses?: unknown[];
    version?: string;
    resources?: { path: string; schema: { fields: { name: string; type: string }[] } }[];
  };
  const fields = described.resources?.[0]?.schema.fields.map((field) => field.name) ?? [];
  sheet.expect(
    JSON.stringify(fields) === JSON.stringify(head),
    `${path}: datapackage.json`,
    fields,
    `the columns ${head.join()}`,
  );
  sheet.expect(
    (described.licenses?.length ?? 0) > 0 && Boolean(described.version),
    `${path}: datapackage.json`,
    described.version,
    'licence and version',
  );
  const csvw = JSON.parse(files.get(`${table}.csv-metadata.json`) ?? '{}') as {
    tableSchema?: { columns: { titles: string }[] };
  };
  const titles = csvw.tableSchema?.columns.map((column) => column.titles) ?? [];
  sheet.expect(
    JSON.stringify(titles) === JSON.stringify(head),
    `${path}: CSVW`,
    titles,
    `the columns ${head.join()}`,
  );
  for (const name of ['数据字典.csv', 'data-dictionary.csv']) {
    const lines: string[][] = parse(files.get(name) ?? '', { bom: true, from: 2 });
    sheet.expect(
      lines.length === head.length,
      `${path}: ${name}`,
      `${lines.length} lines`,
      `${head.length} columns explained`,
    );
  }
}

/** The files of an archive as texts. */
function unzip(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip: ZipFile) => {
      if (error) return reject(error);
      const files = new Map<string, string>();
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as Parameters<ZipFile['openReadStream']>[0], (failed, stream) => {
          if (failed) return reject(failed);
          void textOf(stream).then((text) => {
            files.set(entry.fileName, text);
            zip.readEntry();
          }, reject);
        });
      });
      zip.on('end', () => resolve(files));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

async function textOf(stream: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
