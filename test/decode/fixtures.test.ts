/**
 * The same report in each format. `fixtures/make.ts` wrote the older ones; LibreOffice 7.4 turned report.doc into ODT,
 * FODT and RTF and report.xlsx into XLS and ODS; Chromium 156 saved report.html as
 * MHT; 7-Zip and GNU tar packed two of them. report.png is the beginning of report.html as Chromium shows it.
 */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { archiveMembers, decode, kindOf } from '../../lib/decode';
import { loadRecogniser } from '../../lib/decode/scan/recogniser';
import { AFTER, BEFORE, BETWEEN, cutRows, DISCLOSURE, PROCEEDINGS, REQUESTS, TITLE } from './sample-report';
import { cellsOf, gridsOf, linesOf, type SampleCell } from '../writers/sample-table';

const TABLES = [DISCLOSURE, REQUESTS, PROCEEDINGS].map((table) => table.cells);
const LINES = [...BEFORE, ...BETWEEN, ...AFTER];

const decodeFixture = async (name: string) =>
  decode(await readFile(new URL(`fixtures/${name}`, import.meta.url)), name);
/** Name and content of each file in an archive, of those inside it too. */
async function membersOf(bytes: Uint8Array, name: string): Promise<[string, string][]> {
  if (kindOf(bytes, name).family !== 'archive') return [[name, Buffer.from(bytes).toString('hex')]];
  const found: [string, string][] = [];
  for await (const member of archiveMembers(bytes, name))
    found.push(...(await membersOf(member.bytes, member.name)));
  return found;
}
const joined = (cells: SampleCell[]) =>
  cells.map((cell) => ({ ...cell, text: cell.text.replaceAll('\n', '').trim() }));

describe('one report', () => {
  for (const name of ['report.html', 'report.docx', 'report.doc', 'report.odt', 'report.fodt', 'report.rtf'])
    it(`as ${name} has its three tables and its lines`, async () => {
      const document = await decodeFixture(name);
      const own = gridsOf(document).slice(/html|mht/.test(name) ? 1 : 0);
      expect(own.map((grid) => joined(cellsOf(grid)))).toEqual(TABLES);
      expect(linesOf(document).filter((line) => line !== '')).toEqual(LINES);
      expect(document.issues).toEqual([]);
    });

  it('as HTML states its title and encoding', async () => {
    expect(await decodeFixture('report.html')).toMatchObject({ title: TITLE, encoding: 'gb18030' });
  });

  for (const name of ['report.xlsx', 'report.xls', 'report.ods'])
    it(`as ${name} has its three tables`, async () => {
      const grids = gridsOf(await decodeFixture(name));
      expect(grids.map((grid) => cellsOf(grid))).toEqual(TABLES);
      expect(grids.map((grid) => grid.at.sheet)).toEqual(['主动公开', '依申请公开', '复议诉讼']);
    });

  for (const [name, members] of [
    ['report.7z', ['report.html', 'report.txt']],
    ['report.tgz', ['report.html']],
  ] as const)
    it(`in ${name} comes out as it was packed`, async () => {
      const found = await membersOf(await readFile(new URL(`fixtures/${name}`, import.meta.url)), name);
      const packed = members.map((member) => readFile(new URL(`fixtures/${member}`, import.meta.url)));
      expect(found).toEqual(
        (await Promise.all(packed)).map((bytes, i) => [members[i], bytes.toString('hex')]),
      );
    });

  for (const name of ['report.pdf', 'report.ofd'])
    it(`as ${name} has its tables, one cut by a page, and its lines`, async () => {
      const document = await decodeFixture(name);
      const pieces = [
        DISCLOSURE,
        cutRows(REQUESTS, 0, 15),
        cutRows(REQUESTS, 15, REQUESTS.height),
        PROCEEDINGS,
      ];
      expect(gridsOf(document).map((grid) => joined(cellsOf(grid)))).toEqual(
        pieces.map((table) => table.cells),
      );
      expect(linesOf(document).filter((line) => !/^- \d -$/.test(line))).toEqual(LINES);
      expect(document.issues).toEqual([]);
    });

  it('as report.txt and report.csv has its rows', async () => {
    const lines = linesOf(await decodeFixture('report.txt'));
    expect(lines).toContain('（七）总计|8|1|0|0|0|0|9');
    const [grid] = gridsOf(await decodeFixture('report.csv'));
    expect(grid?.rows.at(-1)?.map((cell) => cell.text)).toEqual(
      PROCEEDINGS.cells.slice(-15).map((cell) => cell.text),
    );
  });

  it('in Big5 with traditional characters keeps them', async () => {
    const document = await decodeFixture('report-big5-traditional.txt');
    expect(document.encoding).toBe('big5');
    expect(linesOf(document)).toEqual(['某縣教育局2022年政府信息公開工作年度報告', '規章|0|0|0']);
  });
});

it('as report.png, a picture, has the table on it and its lines where the optional packages are', async (context) => {
  if ((await loadRecogniser()) === null)
    context.skip('the optional packages that read pictures are not installed');
  const document = await decodeFixture('report.png');
  const flat = (cells: SampleCell[]) =>
    joined(cells).map((cell) => ({ ...cell, text: foldBrackets(cell.text) }));
  const found = gridsOf(document).map((grid) => flat(cellsOf(grid)));
  const printed = flat(DISCLOSURE.cells);
  const isLabel = ({ text }: SampleCell) => /[^\d.]/.test(text);
  // Every cell in its place and every figure as printed; a character of a label may be taken for another.
  const masked = (cells: SampleCell[]) => cells.map((cell) => (isLabel(cell) ? { ...cell, text: '' } : cell));
  expect(found.map(masked)).toEqual([masked(printed)]);
  const wrong = printed.filter((cell, i) => cell.text !== found[0]?.[i]?.text);
  expect(wrong.length).toBeLessThanOrEqual(2);
  expect(linesOf(document)).toEqual([...BEFORE]);
  expect(document.issues.map(({ code }) => code)).toEqual(['decode.recognised']);
}, 120_000);

/** Brackets and blanks have no fixed width in a picture. */
const foldBrackets = (text: string): string => text.normalize('NFKC').replaceAll(' ', '');
