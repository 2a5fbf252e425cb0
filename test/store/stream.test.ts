import { afterAll, beforeAll, expect, test } from 'vitest';
import { BusyError } from '../../lib/store/connect';
import type { Corpus } from '../../lib/store/corpora';
import { type Lines, type LinesQuestion, openLines } from '../../lib/store/stream';
import { corpusIn, record, temporaryFolder } from './small-corpus';

const REPORTS = 50;
/** Every report gives one line, four reports at once. */
const QUESTION: LinesQuestion = {
  reportsAtOnce: 4,
  reportsAPiece: 2,
  rowsSql: 'SELECT report_no FROM reports',
  rankedSql: null,
  linesSql: `SELECT report_no, 0 AS place, printf('%06d', agency_no) AS line FROM reports
    WHERE report_no >= $first AND report_no < $next`,
  lineEnd: '\r\n',
  numbered: false,
  values: {},
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let corpus: Corpus;
beforeAll(async () => {
  folder = await temporaryFolder();
  const records = [...Array(REPORTS).keys()].map((i) => record({ name: `机关${i}` }));
  corpus = await corpusIn(folder.path, records);
});
afterAll(() => folder.remove());

const open = (question: Partial<LinesQuestion> = {}, signal = new AbortController().signal): Promise<Lines> =>
  openLines(corpus, { ...QUESTION, ...question }, signal);

async function textOf(lines: Lines): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const found of lines.pieces) pieces.push(...found);
  return Buffer.concat(pieces).toString('utf8');
}

test('every line comes once, in order, with its end', async () => {
  const lines = await open();
  const text = await textOf(lines);
  const ids = text.split('\r\n');
  expect(ids.pop()).toBe('');
  expect(ids).toHaveLength(lines.rows);
  expect(new Set(ids).size).toBe(REPORTS);
  expect(ids).toEqual([...ids].sort());
});

test('a stream that would be shorter than was counted breaks off', async () => {
  const short = `${QUESTION.linesSql} AND report_no <> 30`;
  await expect(textOf(await open({ linesSql: short }))).rejects.toThrow('found 3 lines, expected 4');
});

test('a reader that leaves ends the stream, also in the middle of a query', async () => {
  const gone = new AbortController();
  const slow = `${QUESTION.linesSql} AND (SELECT sum(a.range * b.range) FROM range(200000) a, range(200000) b) > 0`;
  const lines = await open({ linesSql: slow }, gone.signal);
  const next = lines.pieces.next();
  const started = performance.now();
  setTimeout(() => gone.abort(), 200);
  await expect(next).rejects.toThrow(/interrupt/i);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('only so many downloads run at once, and each one that ends or is given up makes room', async () => {
  const running: Lines[] = [];
  const fill = async (): Promise<number> => {
    for (;;) running.push(await open());
  };
  await expect(fill()).rejects.toThrow(BusyError);
  const places = running.length;
  expect(places).toBeGreaterThan(1);
  await running[0]?.pieces.next();
  await running[0]?.pieces.return();
  running[1]?.close();
  running[1]?.close();
  const again = [await open(), await open()];
  await expect(open()).rejects.toThrow(BusyError);
  for (const lines of [...running, ...again]) lines.close();
  for (let i = 0; i < places; i++) running[i] = await open();
  await Promise.all(running.map(textOf));
});
