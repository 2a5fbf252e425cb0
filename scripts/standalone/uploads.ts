/** Report files sent to the form of a server: what it reads of them has to be what is read here. */
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { parseHTML } from 'linkedom';
import { ingestBytes } from '../../lib/ingest';
import { synthesizeRecords } from '../../lib/synth';
import { type Random, randomOf } from '../../lib/synth/random';
import { renderDocument, type Shape } from '../../test/fuzz/render';
import { UPLOAD_FIELD, UPLOAD_PATH } from '../../lib/upload/bounds';

/**
 * Draws in the upper half: a PDF has no map of its own from codes to characters then (test/fuzz/shapes/pdf.ts), so that
 * its reader needs those that come with pdf.js.
 */
const upper =
  (random: Random): Random =>
  () =>
    (1 + random()) / 2;

const SENT: [shape: Shape, random: Random][] = [
  ['html-page', randomOf(1)],
  ['docx', randomOf(2)],
  ['pdf', upper(randomOf(3))],
  ['xlsx', randomOf(4)],
];

/** Files whose readers bring libraries and WebAssembly of their own, which the folder has to hold: [sent, read in it]. */
const FIXTURES: [sent: string, read: string][] = [
  ['report.xls', 'report.xls'],
  ['report.7z', 'report.html'],
];
const fixture = (name: string) => readFile(new URL(`../../test/decode/fixtures/${name}`, import.meta.url));

/** A line for each file whose record is missing in the answer or another one than here. */
export async function uploadFaults(address: string): Promise<string[]> {
  const [record] = synthesizeRecords({ reports: 1, seed: 3 });
  if (!record) throw new Error('found no synthetic record, expected one');
  const form = new FormData();
  const expected: { name: string; record: unknown }[] = [];
  for (const [shape, random] of SENT) {
    const { name, bytes } = await renderDocument(record, shape, [], random);
    form.append(UPLOAD_FIELD, new Blob([new Uint8Array(bytes)]), name);
    const read = await ingestBytes(bytes, { path: name, url: null });
    if (Object.keys(read.cells).length === 0) throw new Error(`${name}: found no cell, expected a report`);
    expected.push({ name, record: JSON.parse(JSON.stringify(read)) });
  }
  for (const [sent, read] of FIXTURES) {
    form.append(UPLOAD_FIELD, new Blob([new Uint8Array(await fixture(sent))]), sent);
    const name = sent === read ? sent : `${sent}!${read}`;
    const record: unknown = JSON.parse(
      JSON.stringify(await ingestBytes(await fixture(read), { path: name, url: null })),
    );
    expected.push({ name, record });
  }
  const answer = await fetch(`${address}${UPLOAD_PATH}?lang=en`, { method: 'POST', body: form });
  const { document } = parseHTML(await answer.text());
  if (answer.status !== 200) return [`${UPLOAD_PATH}: found status ${answer.status}, expected 200`];
  const read = [...document.querySelectorAll('.uploaded a[download]')].map((link) =>
    JSON.parse(Buffer.from((link.getAttribute('href') ?? '').split(',')[1] ?? '', 'base64').toString()),
  ) as { source: { path: string } }[];
  const told = [...document.querySelectorAll('.rejects li')].map((line) => line.textContent).join('; ');
  return expected.flatMap(({ name, record: right }) => {
    const found = read.find(({ source }) => source.path === name);
    if (isDeepStrictEqual(found, right)) return [];
    return [
      `${name} uploaded: found ${found ? 'another record' : `none (${told})`}, expected that of npm run parse`,
    ];
  });
}
