/**
 * Markdown: pipe tables with a rule under the first row; merged cells are empty or repeat their text. Made from a PDF, labels may
 * come in loose lines before tables of one row each.
 */
import { chance, integer, type Random } from '../../../lib/synth/random';
import { expandGrid, type GridCell, gridOf, type PageTable } from '../page/page';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';
import { type Line, oneLine, pageLines, textOf } from '../page/text-lines';

export const markdown: ShapeWriter = {
  extension: 'md',
  keepsPlaces: true,
  damage: ['labels-apart'],
  without: RUNNING_TEXT,
  write: (page, context) => {
    const joint = chance(context.random, 0.5) ? '<br>' : ' ';
    const lines = pageLines(page, 1, (table) => {
      const rows = expandGrid(gridOf(table)).map((row) => ({
        text: `| ${row.map((cell) => oneLine(cell?.text ?? '', joint).replaceAll('|', '\\|')).join(' | ')} |`,
        values: row.flatMap((cell) => (cell?.value ? [cell.value] : [])),
      }));
      const rule = { text: `|${' --- |'.repeat(table.width)}`, values: [] };
      const apart = context.damage.has('labels-apart') ? labelsApart(context.random, table, rows) : rows;
      return [...apart.slice(0, 1), rule, ...apart.slice(1)];
    });
    for (const block of page.blocks)
      if (block.kind === 'text' && block.role === 'title') block.text = `# ${block.text}`;
      else if (block.kind === 'text' && block.role === 'heading') block.text = `## ${block.text}`;
    return utf8(textOf(page, context, lines));
  },
};

/** Table 3 with some labels in loose lines, one, two or three rows of them before the tables of their figures. */
function labelsApart(random: Random, table: PageTable, rows: readonly Line[]): Line[] {
  if (table.id !== 'requests') return [...rows];
  const cells = expandGrid(gridOf(table));
  const isBody = (at: number): boolean => cells[at]?.some((cell) => cell?.value) ?? false;
  const lines: Line[] = [];
  for (let at = 0; at < rows.length; at++) {
    const count = at > 0 && isBody(at) && isBody(at - 1) && chance(random, 0.25) ? integer(random, 1, 3) : 0;
    const own = cells.slice(at, at + count);
    for (const row of own) lines.push(...labelLines(row));
    for (const row of own) lines.push(...tableOfOne(row));
    if (count === 0) lines.push(rows[at] as Line);
    else at += count - 1;
  }
  return lines;
}

type Row = readonly (GridCell | null)[];

/** A row's own label, cut where its narrow column ends. */
function labelLines(row: Row): Line[] {
  const label = row.findLast((cell) => cell !== null && !cell.value && cell.text !== '')?.text ?? '';
  return [...oneLine(label, '').matchAll(/.{1,11}/gu)].map(([text]) => ({ text, values: [] }));
}

function tableOfOne(row: Row): Line[] {
  const values = row.flatMap((cell) => (cell?.value ? [cell.value] : []));
  return [
    { text: `| ${values.map(({ text }) => oneLine(text, ' ')).join(' | ')} |`, values },
    { text: `|${'---|'.repeat(values.length)}`, values: [] },
  ];
}
