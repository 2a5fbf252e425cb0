/** Lines of a text document that still know which value they print, and the damage that extractors do to lines. */
import { chance, integer, type Random } from '../../../lib/synth/random';
import type { Page, PageBlock, PageTable, ValueCell } from './page';
import { type Context, loseFromTruth, pageMark } from '../shapes/shape';

export type Line = { text: string; values: ValueCell[] };

const line = (text: string): Line => ({ text, values: [] });

/** The lines of a page: paragraphs as they are, tables written by the shape. `gap` blank lines stand between blocks. */
export function pageLines(page: Page, gap: number, tableLines: (table: PageTable) => Line[]): Line[] {
  const blank = Array.from({ length: gap }, () => line(''));
  const lines = (block: PageBlock): Line[] =>
    block.kind === 'table' ? tableLines(block) : block.kind === 'text' ? [line(block.text)] : [];
  return page.blocks.flatMap((block) => [...lines(block), ...blank]);
}

/** Page numbers caught between the lines, sometimes right inside a table. */
export function breakPages(random: Random, lines: Line[]): Line[] {
  const result = [...lines];
  for (let i = integer(random, 1, 3); i > 0; i--)
    result.splice(integer(random, Math.floor(result.length / 3), result.length), 0, line(pageMark(random)));
  return result;
}

/** An extractor that dropped each line it had seen before: labels keep standing, their numbers vanish. */
export function dropRepeatedLines(page: Page, lines: Line[]): Line[] {
  const seen = new Set<string>();
  return lines.filter(({ text, values }) => {
    const key = text.trim();
    if (key === '' || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    for (const value of values) loseFromTruth(page, value);
    return false;
  });
}

/** The finished text, with the damage of lines done. */
export function textOf(page: Page, context: Context, lines: Line[]): string {
  const { random, damage } = context;
  let result = lines;
  if (damage.has('repeated-lines-dropped')) result = dropRepeatedLines(page, result);
  if (damage.has('page-break')) result = breakPages(random, result);
  const end = chance(random, 0.1) ? '\r\n' : '\n';
  return `${chance(random, 0.1) ? '\uFEFF' : ''}${result.map(({ text }) => text).join(end)}${end}`;
}

/** A label's lines as one. */
export const oneLine = (text: string, joint = ' '): string => text.replaceAll('\n', joint);
