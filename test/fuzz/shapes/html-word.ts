/** HTML as pasted from Word: unquoted attributes, o:p, fonts, and digits split over spans. */
import { chance, integer, type Random } from '../../../lib/synth/random';
import { gridOf, type PageBlock } from '../page/page';
import { escapeXml } from '../../writers/xml';
import { PICTURE, tableHtml } from '../page/markup';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';

/** A text in runs, cut anywhere, as Word leaves it after each edit. */
function runs(random: Random, text: string): string {
  const parts: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const size = chance(random, 0.6) ? rest.length : integer(random, 1, rest.length);
    parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  const wrap = (part: string): string =>
    /^[\d\s,.]+$/.test(part)
      ? `<span lang=EN-US style='font-size:12.0pt;font-family:"Times New Roman"'>${part}</span>`
      : chance(random, 0.5)
        ? `<font face=宋体>${escapeXml(part)}</font>`
        : `<span style='font-family:宋体;mso-bidi-font-family:宋体'>${escapeXml(part)}</span>`;
  return parts.map(wrap).join('');
}

const paragraph = (random: Random, text: string): string =>
  text
    .split('\n')
    .map(
      (part) =>
        `<p class=MsoNormal align=center style='text-align:center'>${part === '' ? '<span lang=EN-US>&nbsp;</span>' : runs(random, part)}<span lang=EN-US><o:p>${chance(random, 0.3) ? '&nbsp;' : ''}</o:p></span></p>`,
    )
    .join('\n');

export const htmlWord: ShapeWriter = {
  extension: 'htm',
  keepsPlaces: false,
  damage: [],
  without: RUNNING_TEXT,
  write: (page, { random }) => {
    const block = (each: PageBlock): string => {
      if (each.kind === 'picture')
        return `<p class=MsoNormal><img width=553 height=700 src="data:image/png;base64,${PICTURE}"></p>`;
      if (each.kind === 'text') return paragraph(random, each.text);
      return `<div align=center>${tableHtml(gridOf(each), ({ text }) => paragraph(random, text), " width=47 valign=top style='border:solid windowtext 1.0pt'", '')}</div>`;
    };
    return utf8(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><!--[if gte mso 9]><xml><o:Pages>3</o:Pages></xml><![endif]--></head><body lang=ZH-CN><div class=WordSection1>\n${page.blocks.map(block).join('\n')}\n</div></body></html>`,
    );
  },
};
