/** A report as text, all zeros but for what a test asks for, and folders to put such reports in. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ingestPaths, type IngestRequest, type Summary } from '../../lib/batch';
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_COLUMNS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  PROCEEDING_FIELDS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  requestRows,
} from '../../lib/form';
import { type ReportRecord, recordSchema } from '../../lib/record';
import { readReports } from '../../lib/store/build/read-corpus';

export type Facts = {
  agency?: string;
  year?: number;
  /** Field id → number; every other cell is 0. */
  fields?: Record<string, number>;
  /** Words added to the prose, so that two files of the same figures have other bytes. */
  words?: string;
};

/** A report in the 2021 form, one row a line with pipes. */
export function reportText({
  agency = '合肥市庐阳区人民政府',
  year = 2022,
  fields = {},
  words = '',
}: Facts = {}): string {
  const row = (label: string, ids: string[]) => [label, ...ids.map((id) => fields[id] ?? 0)].join(' | ');
  const blocks = DISCLOSURE_BLOCKS.flatMap(({ id, zh }) => {
    const shape = DISCLOSURE_FORMS['2021'][id];
    if (!shape) return [];
    return [
      zh,
      ['信息内容', ...shape.columns.map((column) => DISCLOSURE_COLUMNS[column].zh)].join(' | '),
      ...shape.rows.map((each) =>
        row(
          DISCLOSURE_ROWS.find((known) => known.id === each)?.zh ?? '',
          shape.columns.map((column) => `disclosure.${each}.${column}`),
        ),
      ),
    ];
  });
  const requests = requestRows('2021').map((id) =>
    row(
      REQUEST_ROWS.find((each) => each.id === id)?.zh ?? '',
      REQUEST_COLUMNS.map((column) => `requests.${id}.${column.id}`),
    ),
  );
  return [
    `${agency}${year}年政府信息公开工作年度报告`,
    `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    '一、总体情况',
    `这一年按规定公开了信息。${words}`,
    '二、主动公开政府信息情况',
    ...blocks,
    '三、收到和处理政府信息公开申请情况',
    ['申请人情况', ...REQUEST_COLUMNS.map(({ zh }) => zh)].join(' | '),
    ...requests,
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议 | 行政诉讼',
    Array(3).fill('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计').join(' | '),
    PROCEEDING_FIELDS.map(({ id }) => fields[id] ?? 0).join(' | '),
    '五、存在的主要问题及改进情况',
    '下一年继续改进。',
    '六、其他需要报告的事项',
    '无',
    '',
  ].join('\n');
}

/** Fields of a row of table 3 in which natural persons alone ask. */
export const persons = (row: string, count: number): Record<string, number> => ({
  [`requests.${row}.natural_person`]: count,
  [`requests.${row}.total`]: count,
});

/** A year's requests that add up: so many received, carried in and out, the rest granted. */
export function flow(received: number, carriedIn = 0, carriedOut = 0): Record<string, number> {
  const handled = received + carriedIn - carriedOut;
  return {
    ...persons('new_requests', received),
    ...persons('carried_in', carriedIn),
    ...persons('granted', handled),
    ...persons('outcomes_total', handled),
    ...persons('carried_out', carriedOut),
  };
}

/** A folder of the test's own, removed after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file under a folder and gives its path. */
export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A run in the calling thread, with what it noted. */
export async function ingest(
  paths: string[],
  corpus: string,
  more: Partial<IngestRequest> = {},
): Promise<Summary & { notes: string[] }> {
  const notes: string[] = [];
  const curation = join(corpus, '..', 'curation');
  const onNote = (line: string) => notes.push(line);
  const summary = await ingestPaths({
    paths,
    corpus,
    curation,
    workers: 0,
    secondsLimit: 30,
    onNote,
    ...more,
  });
  return { ...summary, notes };
}

/** Every file of a corpus with its text: path inside → text. */
export function corpusFiles(corpus: string): Record<string, string> {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(corpus, file)).isFile())
      .map((file) => [file, readFileSync(join(corpus, file), 'utf8')]),
  );
}

/** The records of a corpus, by path, each checked against the schema. */
export function corpusRecords(corpus: string): ReportRecord[] {
  return Object.entries(corpusFiles(corpus))
    .filter(([file]) => file.endsWith('.json'))
    .map(([, text]) => recordSchema.parse(JSON.parse(text)));
}

/** The records that a database is built of: those of a corpus, with their findings over the years. */
export async function recordsToBuild(corpus: string): Promise<ReportRecord[]> {
  const records: ReportRecord[] = [];
  for await (const record of readReports(corpus)) records.push(record);
  return records;
}

/** The rows of rejects.csv as plain text, without the header. */
export function rejectLines(corpus: string): string[] {
  return readFileSync(join(corpus, 'rejects.csv'), 'utf8').trim().split('\n').slice(1);
}
