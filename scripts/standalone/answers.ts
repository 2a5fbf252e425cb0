/** What the server of a folder is asked: pages and their files, every kind of download, and uploads. */
import { untilLive } from '../../test/site/server';
import { servedCards } from '../../test/site/served-cards';
import { uploadFaults } from './uploads';

const PLAIN = [
  '/readyz',
  '/?lang=en',
  '/reports?corpus=demo',
  '/methods',
  '/icon.svg',
  '/api/v1/query?corpus=demo&metrics=disclosure_rate&by=year',
  '/api/v1/openapi.json',
];

/** Pages with cards; of every card its picture, its table and its page for frames are asked too. */
const CARD_PAGES = ['/', '/requests', '/outcomes', '/disputes', '/disclosure', '/regions'];

/** Files of a small slice, and how each of them begins. */
const SLICE = 'corpus=demo&year=2023&province=630000';
const FILES: [path: string, start: string][] = [
  [`/api/v1/reports.csv?${SLICE}`, 'agency_id,'],
  [`/api/v1/cells.csv?${SLICE}`, 'agency,'],
  [`/api/v1/query.csv?${SLICE}&metrics=new_requests&by=year`, 'year'],
  [`/api/v1/reports.xlsx?${SLICE}`, 'PK'],
  [`/api/v1/reports.jsonl?${SLICE}`, '{'],
  [`/api/v1/reports.parquet?${SLICE}`, 'PAR1'],
  [`/api/v1/query.parquet?${SLICE}&metrics=new_requests&by=year`, 'PAR1'],
  [`/api/v1/bundle.zip?${SLICE}&table=reports`, 'PK'],
];

/** A line for each answer that is not what it has to be, and how many were asked for. The server has to allow uploads. */
export async function answerFaults(address: string): Promise<{ asked: number; faults: string[] }> {
  await untilLive(address);
  const faults: string[] = [];
  const asked = new Set<string>();
  /** The answer's text; empty when it was asked for before. */
  const ask = async (path: string, expected: RegExp = /^/): Promise<string> => {
    if (asked.has(path)) return '';
    asked.add(path);
    const answer = await fetch(address + path);
    const text = Buffer.from(await answer.arrayBuffer())
      .toString('utf8')
      .replace(/^\uFEFF/, '');
    if (answer.status !== 200) faults.push(`${path}: found status ${answer.status}, expected 200`);
    else if (!expected.test(text))
      faults.push(`${path}: found ${JSON.stringify(text.slice(0, 60))}, expected ${expected.source}`);
    return text;
  };

  for (const path of PLAIN) await ask(path);
  for (const [path, start] of FILES) await ask(path, new RegExp(`^${start}`));
  for (const page of CARD_PAGES) {
    const html = await ask(`${page}?corpus=demo`);
    for (const [, file = ''] of html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)) await ask(file);
    const cards = servedCards(html);
    if (cards.length === 0) faults.push(`${page}: found no card with figures, expected some`);
    for (const { id, csv, svg } of cards) {
      await ask(svg, /^<svg[\s\S]*<\/svg>\s*$/);
      await ask(csv, /,corpus\r?\n/);
      await ask(`/embed/${id}?corpus=demo`, /<figure[\s\S]*<svg/);
    }
  }
  return { asked: asked.size, faults: [...faults, ...(await uploadFaults(address))] };
}
