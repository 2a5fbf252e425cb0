/** Damage to whole rows: doubled, inserted, missing, digits of all cells run together. */
import type { BodyRow, Page, Section, ValueCell } from '../page/page';
import { bodyRowsOf, tablesOf } from '../page/page';
import { chance, integer, pick, type Random } from '../../../lib/synth/random';

const nameless = (value: ValueCell): ValueCell => ({ ...value, field: null });

/** A row printed twice, the second time right below the first. */
export function doubleRows(random: Random, page: Page): void {
  const sections = tablesOf(page).filter(({ id }) => id === 'requests' || id === 'disclosure');
  for (let i = integer(random, 1, 2); i > 0; i--) {
    const section = pick(random, pick(random, sections).sections);
    const at = integer(random, 0, section.body.length - 1);
    const row = section.body[at];
    if (row) section.body.splice(at + 1, 0, { labels: [...row.labels], values: row.values.map(nameless) });
  }
}

const LOCAL = ['其他主动公开文件', '其他规范性文件', '政策解读'];
const LOCAL_REQUESTS = ['其中：网上申请', '其中：当面申请'];

/** Local rows that the form does not have, most in the first block of table 2. */
export function insertLocalRows(random: Random, page: Page): void {
  const tables = tablesOf(page);
  const table = tables.find(({ id }) => id === (chance(random, 0.7) ? 'disclosure' : 'requests'));
  const section = table?.sections[0];
  if (!section || !table) return;
  const at = table.id === 'disclosure' ? section.body.length : integer(random, 1, section.body.length - 1);
  const before = section.body[at - 1];
  if (!before) return;
  const label = pick(random, table.id === 'disclosure' ? LOCAL : LOCAL_REQUESTS);
  const isInside = table.id === 'requests' && before.labels.length > 1;
  section.body.splice(at, 0, {
    labels: isInside ? [...before.labels.slice(0, -1), label] : [label],
    values: before.values.map((value) => ({ ...nameless(value), text: String(integer(random, 0, 30)) })),
  });
}

/** A row of the form that the report does not print at all. */
export function removeRow(random: Random, page: Page): void {
  const table = tablesOf(page).find(({ id }) => id === 'requests');
  const section = table?.sections[0];
  if (!section) return;
  const [row] = section.body.splice(integer(random, 2, section.body.length - 3), 1);
  for (const value of row?.values ?? [])
    if (value.field) page.truth[value.field] = { value: null, raw: '', state: 'absent' };
}

/** Cells of zeros printed as one: 000000000000000. */
export const runZeros = (random: Random, page: Page): void =>
  runTogether(random, page, (row) => row.values.every((value) => value.text === '0'), 0.5);

/** The digits of a row's cells run together: 15 0 0 0 0 0 15 → 150000015. */
export const runDigits = (random: Random, page: Page): void =>
  runTogether(
    random,
    page,
    (row) =>
      row.values.every(({ text }) => /^\d+$/.test(text)) && row.values.some(({ text }) => text !== '0'),
    0.2,
  );

function runTogether(random: Random, page: Page, fits: (row: BodyRow) => boolean, share: number): void {
  const sections: Section[] = tablesOf(page).flatMap((table) => table.sections);
  for (const section of sections)
    for (const row of section.body) {
      if (row.values.length < 2 || !fits(row) || !chance(random, share)) continue;
      const [first] = row.values;
      if (!first) continue;
      row.values = [{ ...nameless(first), text: row.values.map(({ text }) => text).join(''), colspan: 1 }];
    }
}

/** Rows with more than one value, for damage to single tokens. */
export const valueRows = (page: Page): BodyRow[] => bodyRowsOf(page).filter((row) => row.values.length > 1);
