/** Text and pages in the encodings of older sites, declared rightly, wrongly or not at all; traditional characters. */
import iconv from 'iconv-lite';
import * as OpenCC from 'opencc-js';
import { chance, pick } from '../../../lib/synth/random';
import { siteHtml } from './html-page';
import { lines } from './lines';
import { pipes } from './pipes';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';

const encode = (text: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(text, encoding));
const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' });

/** Traditional text in Big5; characters that Big5 lacks are written in their nearest form. */
function big5(text: string): Uint8Array {
  const plain = traditional(text).replace(/[\u00a0\uFEFF]/g, (char) => (char === '\uFEFF' ? '' : '\u3000'));
  return encode(plain.replaceAll('〇', '０').replaceAll('－', '-'), 'big5');
}

export const textGb18030: ShapeWriter = {
  ...lines,
  write: async (page, context) => {
    const writer = chance(context.random, 0.5) ? lines : pipes;
    return encode(decoded(await writer.write(page, context)).replace('\uFEFF', ''), 'gb18030');
  },
};

export const textBig5: ShapeWriter = {
  ...lines,
  write: async (page, context) => big5(decoded(await lines.write(page, context))),
};

export const htmlGb18030: ShapeWriter = {
  extension: 'html',
  keepsPlaces: false,
  damage: [],
  without: RUNNING_TEXT,
  write: (page, { random }) =>
    encode(siteHtml(page, random, pick(random, ['gb2312', 'GBK', 'gb18030', null])), 'gb18030'),
};

export const htmlTraditional: ShapeWriter = {
  extension: 'html',
  keepsPlaces: false,
  damage: [],
  without: RUNNING_TEXT,
  write: (page, { random }) =>
    chance(random, 0.6)
      ? big5(siteHtml(page, random, pick(random, ['big5', 'Big5', null])))
      : utf8(traditional(siteHtml(page, random, 'utf-8'))),
};
