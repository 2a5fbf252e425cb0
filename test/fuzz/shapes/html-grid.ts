/** A clean HTML page: headings, paragraphs, tables with rowspan and colspan. */
import { chance } from '../../../lib/synth/random';
import { gridOf, type PageBlock } from '../page/page';
import { escapeXml } from '../../writers/xml';
import { PICTURE, tableHtml } from '../page/markup';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';

export const htmlGrid: ShapeWriter = {
  extension: 'html',
  keepsPlaces: false,
  damage: [],
  without: RUNNING_TEXT,
  write: (page, { random }) => {
    const blank = chance(random, 0.5) ? '' : '&nbsp;';
    const block = (each: PageBlock): string => {
      if (each.kind === 'picture') return `<p><img src="data:image/png;base64,${PICTURE}"></p>`;
      if (each.kind === 'table')
        return tableHtml(gridOf(each), ({ text }) =>
          text === '' ? blank : escapeXml(text).replaceAll('\n', '<br/>'),
        );
      const tag = each.role === 'title' ? 'h1' : each.role === 'heading' ? 'h2' : 'p';
      return `<${tag}>${escapeXml(each.text)}</${tag}>`;
    };
    return utf8(
      `<!doctype html><html><head><meta charset="utf-8"><title>${escapeXml(page.title)}</title></head><body>\n${page.blocks.map(block).join('\n')}\n</body></html>`,
    );
  },
};
