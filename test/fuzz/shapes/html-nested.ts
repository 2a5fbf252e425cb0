/** HTML in which layout tables hold everything, and each row of the form is a little table of its own. */
import { chance } from '../../../lib/synth/random';
import { gridOf, type PageBlock } from '../page/page';
import { escapeXml } from '../../writers/xml';
import { PICTURE, tableHtml } from '../page/markup';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';

export const htmlNested: ShapeWriter = {
  extension: 'html',
  keepsPlaces: false,
  damage: [],
  without: RUNNING_TEXT,
  write: (page, { random }) => {
    const isByRow = chance(random, 0.5);
    const content = ({ text }: { text: string }): string =>
      text === '' ? '&nbsp;' : `<div>${escapeXml(text).replaceAll('\n', '</div><div>')}</div>`;
    const block = (each: PageBlock): string => {
      if (each.kind === 'picture') return `<img src="data:image/png;base64,${PICTURE}">`;
      if (each.kind === 'text') return `<p>${escapeXml(each.text)}</p>`;
      const grid = gridOf(each);
      if (!isByRow) return tableHtml(grid, content);
      const flat = grid.map((row) => row.map((cell) => ({ ...cell, rowspan: 1 })));
      return flat.map((row) => tableHtml([row], content)).join('\n');
    };
    return utf8(
      `<html><head><meta charset="utf-8"><title>${escapeXml(page.title)}</title></head><body><table width="100%"><tr><td><table><tr><td>首页</td><td>公开</td></tr></table></td></tr><tr><td>\n${page.blocks.map(block).join('\n')}\n</td></tr></table></body></html>`,
    );
  },
};
