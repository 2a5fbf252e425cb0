/** Markdown: pipe tables with a rule under the first row; merged cells are empty or repeat their text. */
import { chance } from '../../../lib/synth/random';
import { expandGrid, gridOf } from '../page/page';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';
import { oneLine, pageLines, textOf } from '../page/text-lines';

export const markdown: ShapeWriter = {
  extension: 'md',
  keepsPlaces: true,
  damage: [],
  without: RUNNING_TEXT,
  write: (page, context) => {
    const joint = chance(context.random, 0.5) ? '<br>' : ' ';
    const lines = pageLines(page, 1, (table) => {
      const rows = expandGrid(gridOf(table)).map((row) => ({
        text: `| ${row.map((cell) => oneLine(cell?.text ?? '', joint).replaceAll('|', '\\|')).join(' | ')} |`,
        values: row.flatMap((cell) => (cell?.value ? [cell.value] : [])),
      }));
      const rule = { text: `|${' --- |'.repeat(table.width)}`, values: [] };
      return [...rows.slice(0, 1), rule, ...rows.slice(1)];
    });
    for (const block of page.blocks)
      if (block.kind === 'text' && block.role === 'title') block.text = `# ${block.text}`;
      else if (block.kind === 'text' && block.role === 'heading') block.text = `## ${block.text}`;
    return utf8(textOf(page, context, lines));
  },
};
