/** Files that are damaged or made up: a DecodeError or a document, soon, and nothing else. */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import type { Document } from '../../lib/document';
import { DecodeError } from '../../lib/errors';
import { gridsOf, isWithoutOverlap, SMALL_TABLE as TABLE } from '../writers/sample-table';
import { mhtOf } from '../writers/mht';
import { odfTable, odtOf } from '../writers/odf';
import { ofdOf, ofdTable } from '../writers/ofd';
import { rtfOf, rtfTable } from '../writers/rtf';
import { docOf, docxOf, wordTableXml } from '../writers/word';
import { pdfOf } from '../writers/pdf';

/** `read` or `refused`, or what else went wrong. */
async function outcomeOf(bytes: Uint8Array, name: string): Promise<string> {
  const started = performance.now();
  const result = await decode(bytes, name).catch((error: unknown) => error);
  if (performance.now() - started > 10_000) return 'took over 10 s';
  if (result instanceof DecodeError)
    return /^found [^\n]+, expected [^\n]+$/.test(result.message) ? 'refused' : `said ${result.message}`;
  if (result instanceof Error) return String(result.stack);
  return gridsOf(result as Document).every(isWithoutOverlap) ? 'read' : 'cells overlap';
}

/** Bytes with some replaced, dropped or doubled. */
function mutate(bytes: Uint8Array, changes: [number, number, number][]): Uint8Array {
  let result = Buffer.from(bytes);
  for (const [place, kind, value] of changes) {
    const at = place % Math.max(1, result.length);
    if (kind === 0) result[at] = value;
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(at + value)]);
    else result = Buffer.concat([result.subarray(0, at + value), result.subarray(at)]);
  }
  return result;
}

const changes = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(2), fc.nat(255)), { minLength: 1, maxLength: 8 });

describe('damaged files', () => {
  it('of random bytes, with or without a known beginning', async () => {
    const beginning = fc.constantFrom(
      '',
      '%PDF-1.4\n',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<html>',
      '<?xml ',
    );
    const name = fc.constantFrom('a', 'a.txt', 'a.csv', 'a.html', 'a.pdf', 'a.doc');
    await fc.assert(
      fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 600 }), name, async (start, bytes, file) => {
        const outcome = await outcomeOf(Buffer.concat([Buffer.from(start, 'latin1'), bytes]), file);
        expect(outcome).toMatch(/^(read|refused)$/);
      }),
      { numRuns: 200 },
    );
  });

  const writers: [string, () => Promise<Uint8Array>, number][] = [
    ['a.doc', async () => docOf(['年报', TABLE]), 80],
    ['a.docx', async () => docxOf(wordTableXml(TABLE)), 80],
    ['a.pdf', () => pdfOf([[{ table: { ...TABLE, ruling: 'thin fills' }, x: 80, y: 80 }]]), 40],
    [
      'a.html',
      async () => Buffer.from('<table><tr><td rowspan=2>规章<td>1<tr><td colspan=3>2</table>'.repeat(5)),
      80,
    ],
    ['a.rtf', async () => rtfOf(rtfTable(TABLE)), 80],
    ['a.odt', async () => odtOf(odfTable(TABLE)), 60],
    ['a.ofd', async () => ofdOf([ofdTable({ table: TABLE, x: 20, y: 20 })]), 60],
    ['a.mht', async () => mhtOf(Buffer.from('<table><tr><td>规章<td>1</table>')), 60],
    ['a.xls', () => readFile(new URL('fixtures/report.xls', import.meta.url)), 40],
    ['a.csv', async () => Buffer.from('规章,1,2\n"许,可",3\n'.repeat(5)), 60],
    ['a.txt', async () => Buffer.from('规章|0|1\n许可\t2\n'.repeat(9)), 60],
  ];
  for (const [name, write, numRuns] of writers)
    it(`of a true ${name} with bytes changed`, async () => {
      const good = await write();
      await fc.assert(
        fc.asyncProperty(changes, async (list) => {
          expect(await outcomeOf(mutate(good, list), name)).toMatch(/^(read|refused)$/);
        }),
        { numRuns },
      );
    }, 60_000);

  it('a Word file whose sectors lead back into themselves', async () => {
    const file = Buffer.from(docOf(['年报', TABLE]));
    const fat = (file.readInt32LE(76) + 1) * 512;
    const directory = file.readInt32LE(48);
    // The chain of the directory: on to itself, and on to a sector that leads back.
    for (const circle of [[directory], [directory, directory + 1]]) {
      const broken = Buffer.from(file);
      circle.forEach((sector, i) => {
        broken.writeInt32LE(circle[(i + 1) % circle.length] ?? 0, fat + 4 * sector);
      });
      await expect(decode(broken, 'a.doc')).rejects.toThrow(/^found a damaged Word file .*circle/);
    }
  });
});
