/** Damage to labels and heads: lost, cut, wrapped, mistyped, invented. The values stay, so the truth does too. */
import type { BodyRow, HeadCell, Page, PageTable } from '../page/page';
import { tablesOf } from '../page/page';
import { chance, integer, pick, type Random } from '../../../lib/synth/random';

const statutory = (page: Page): PageTable[] => tablesOf(page).filter((table) => table.id !== 'other');
const heads = (page: Page): HeadCell[] =>
  statutory(page).flatMap((table) => table.sections.flatMap((section) => section.head.flat()));
const rows = (page: Page): BodyRow[] =>
  statutory(page).flatMap((table) => table.sections.flatMap((section) => section.body));

/** Changes labels by a rule; a group label changes in all its rows alike. */
function relabel(random: Random, page: Page, share: number, change: (text: string) => string): void {
  const known = new Map<string, string>();
  const changed = (text: string): string => {
    const result = known.get(text) ?? (chance(random, share) ? change(text) : text);
    known.set(text, result);
    return result;
  };
  for (const row of rows(page)) row.labels = row.labels.map(changed);
  for (const cell of heads(page)) if (chance(random, share)) cell.text = change(cell.text);
}

/** Heads lost from tables 3 and 4, as where 自然人 or every 总计 is missing. */
export function loseHeads(random: Random, page: Page): void {
  const lost = new Set([pick(random, LOSABLE), pick(random, LOSABLE)]);
  for (const table of statutory(page))
    if (table.id !== 'disclosure')
      for (const cell of table.sections.flatMap((section) => section.head.flat()))
        if (lost.has(cell.text)) cell.text = '';
}
const LOSABLE = ['自然人', '法律服务机构', '其他', '总计', '结果纠正', '申请人情况', '尚未审结', '科研机构'];

/** Labels cut short: 结果纠正 → 结果, 没有现成信息需要另行制作 → 没有现成信息需要另. */
export const cutLabels = (random: Random, page: Page): void =>
  relabel(random, page, 0.12, (text) =>
    text.length > 3 ? text.slice(0, Math.ceil(text.length * 0.55)) : text,
  );

/** Labels broken over lines, sometimes in the middle of a word. */
export const wrapLabels = (random: Random, page: Page): void =>
  relabel(random, page, 0.5, (text) => {
    if (text.length < 4 || text.includes('\n')) return text;
    const at = integer(random, 2, text.length - 2);
    return `${text.slice(0, at)}\n${text.slice(at)}`;
  });

const LOOKALIKES: Record<string, string> = {
  复: '覆',
  予: '于',
  己: '已',
  申: '中',
  供: '共',
  理: '里',
  息: '悉',
  具: '俱',
  制: '创',
  类: '内',
  属: '厲',
  第: '弟',
};

/** Typing slips: one character replaced, left out or doubled. */
export const mistypeLabels = (random: Random, page: Page): void =>
  relabel(random, page, 0.15, (text) => {
    if (text.length < 5) return text;
    const at = integer(random, 2, text.length - 2);
    const char = text[at] ?? '';
    const slip = pick(random, [LOOKALIKES[char] ?? '', '', `${char}${char}`]);
    return /[\d.（）一二三四五六七]/.test(char) ? text : `${text.slice(0, at)}${slip}${text.slice(at + 1)}`;
  });

/** The labels of groups, merged over several rows, lost: only each row's own label is left. */
export function dropGroupLabels(_random: Random, page: Page): void {
  for (const row of rows(page)) row.labels = row.labels.slice(-1);
}

/** Rows whose own label is gone. */
export function loseRowLabels(random: Random, page: Page): void {
  const labelled = rows(page).filter((row) => row.labels.length > 0);
  for (let i = integer(random, 1, 3); i > 0; i--) {
    const row = pick(random, labelled);
    row.labels = [...row.labels.slice(0, -1), ''];
  }
}

/** The head of a block or a table gone. */
export function loseHead(random: Random, page: Page): void {
  const sections = statutory(page).flatMap((table) => table.sections);
  const section = pick(random, sections);
  section.head = [];
  if (chance(random, 0.3)) section.title = null;
}

/** 数据1 数据2 …: a head that some converter invented, above the real one or in its place. */
export function inventHead(random: Random, page: Page): void {
  const table = pick(random, statutory(page));
  const section = table.sections[0];
  if (!section) return;
  const invented = Array.from({ length: table.width }, (_, i) => ({
    text: `数据${i + 1}`,
    rowspan: 1,
    colspan: 1,
  }));
  section.head = chance(random, 0.6) ? [invented, ...section.head] : [invented];
}
