/** Chart = table = CSV, for every card and twenty slices: the same values in the same order. */
import { check, isWhole, measured, SEED } from '../../site/checks';
import { type PageSite, testPages } from '../../site/site';
import { parse } from 'csv-parse/sync';
import { integer, pick, type Random, randomOf } from '../../../lib/synth/random';
import { LEVELS } from '../../../lib/record';
import { REQUEST_COLUMNS } from '../../../lib/form';
import { changed } from '../../site/http';
import { strangePeers } from './peer-files';
import { CARD_PAGES, routesOf } from '../../site/routes';
import { type ServedCard, servedCards, standIn, strangeMarks } from '../../site/served-cards';

const SLICES = isWhole ? 20 : 4;
const FIXED = [
  'basis=all',
  'corpus=demo',
  'corpus=demo&region=32&from=2020&to=2023',
  'corpus=demo&level=county&basis=all&applicant=org_commercial',
  '',
  'corpus=demo&basis=all',
];

testPages('chart, table and CSV say the same', async (site) => {
  const random = randomOf(SEED);
  const slices = [...FIXED].slice(0, SLICES);
  while (slices.length < SLICES) slices.push(`corpus=demo&${sliceOf(random)}`);
  const agencies = Object.fromEntries(
    await Promise.all(
      (['reports', 'demo'] as const).map(async (corpus) => [corpus, await pagesOfAgencies(site, corpus)]),
    ),
  ) as Record<string, string[]>;
  const cards = new Set<string>();
  let looked = 0;
  let values = 0;
  for (const [index, slice] of slices.entries()) {
    const compared =
      slice === 'basis=all' ? agencies.reports : slice === 'corpus=demo' ? agencies.demo : undefined;
    const pages = [...CARD_PAGES.map((path) => `${path}?${slice}`), ...(compared ?? [])];
    // In a sample two slices share the pages, so that four see each page twice.
    const isTaken = (at: number): boolean => isWhole || (at + index) % 2 === 0;
    for (const path of pages.filter((_, at) => isTaken(at)))
      for (const card of servedCards(await site.text(path, CHINESE))) {
        cards.add(card.id);
        looked++;
        values += await compare(site, `${path}#${card.id}`, card);
      }
  }
  measured(`${cards.size} cards × ${SLICES} slices (seed ${SEED}): ${looked} compared, ${values} cells`);
  check(cards.size >= 20, 'cards', cards.size, 'at least 20 cards');
});

/** An agency as it opens and among other peers, and two compared as they open and by another measure. */
async function pagesOfAgencies(site: PageSite, corpus: 'reports' | 'demo'): Promise<string[]> {
  const routes = await routesOf(site, corpus);
  return routes.flatMap(({ name, path }) => {
    if (name === 'agency') return [path, changed(path, { peer_level: 'county', metric: 'review_rate' })];
    return name === 'compare' ? [path, changed(path, { metric: 'denial_rate', to: '2023' })] : [];
  });
}

const CHINESE = { headers: { 'accept-language': 'zh-CN' } };

const PROVINCES = ['11', '31', '32', '33', '44', '51', '61', '65'];

/** Random years, place, level, applicant and measure. */
function sliceOf(random: Random): string {
  const parts: Record<string, string> = {};
  if (random() < 0.5) parts.region = pick(random, PROVINCES);
  if (random() < 0.5) parts.level = pick(random, LEVELS);
  if (random() < 0.5) parts.from = String(integer(random, 2019, 2022));
  if (random() < 0.3) parts.to = String(integer(random, 2022, 2025));
  if (random() < 0.3) parts.applicant = pick(random, REQUEST_COLUMNS).id;
  if (random() < 0.5) parts.basis = 'all';
  if (random() < 0.2) parts.findings = 'clean';
  parts.measure = pick(random, ['review_rate', 'denial_rate', 'new_requests', 'disclosure_rate']);
  return new URLSearchParams(parts).toString();
}

async function compare(site: PageSite, at: string, card: ServedCard): Promise<number> {
  check(card.csv !== '', at, 'no CSV', 'a link to the CSV of the card');
  if (card.csv === '') return 0;
  const answer = await site.ask(card.csv);
  const lines: string[][] = parse(await answer.text(), { bom: true });
  const values = lines.slice(1);
  const counted = answer.headers.get('x-row-count');
  if (card.agencies !== '') await comparePeers(site, at, card);
  check(
    values.length === card.rows.length && counted === String(card.rows.length),
    at,
    `${values.length} lines, X-Row-Count ${counted}`,
    `${card.rows.length} rows as the table`,
  );
  const astray = card.rows.findIndex((row, index) => {
    const line = values[index] ?? [];
    return !standIn(row, line) && !standIn(withoutWords(row), line);
  });
  check(
    astray < 0,
    at,
    `${card.rows[astray]?.join(' | ')} but ${values[astray]?.join(',')}`,
    'the line of the row',
  );
  const strange = strangeMarks(card);
  check(strange.length === 0, at, strange.slice(0, 3), 'marks with the values of the table, in its order');
  const marks = card.panels.reduce((sum, panel) => sum + panel.marks.length, 0);
  check(
    card.panels.length > 0 && marks > 0,
    at,
    `${card.panels.length} pictures, ${marks} marks`,
    'a picture',
  );
  return card.rows.reduce((sum, row) => sum + row.length, 0);
}

/** The table against the file of the agencies that it compares. */
async function comparePeers(site: PageSite, at: string, card: ServedCard): Promise<void> {
  const answer = await site.ask(card.agencies);
  const lines: string[][] = parse(await answer.text(), { bom: true });
  const values = lines.slice(1);
  const counted = answer.headers.get('x-row-count');
  check(counted === String(values.length), at, `X-Row-Count ${counted}`, `${values.length} lines`);
  const own = decodeURIComponent(/\/agencies\/([^?#]+)/.exec(at)?.[1] ?? '');
  const told = strangePeers(card, values, own);
  check(told.length === 0, at, told.slice(0, 3), 'a table that follows from the agencies in the file');
}

/** Words for absence stand in the files of cards, and as empty cells in those of questions. */
const withoutWords = (row: readonly string[]): string[] =>
  row.map((text) => (/^(?:缺|无法计算|空白|横线|不清|两读|没有报告)$/.test(text) ? '' : text));
