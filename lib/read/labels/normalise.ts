/**
 * One spelling for comparison: what two labels have in common once width, spaces, punctuation and the
 * traditional script are taken away. For matching only; what is stored and shown is always the printed text.
 */
import { Converter } from 'opencc-js/t2cn';
import { withoutPronunciations } from '../../pronunciations';
import { memoize } from '../memoize';

/** Traditional ideograph → simplified, character by character: labels have no words that would need more. */
const SIMPLIFIED = simplifiedCharacters();
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu');

function simplifiedCharacters(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const map = new Map<string, string>();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simplified = convert(character);
    if (simplified !== character) map.set(character, simplified);
  }
  return map;
}

/** Radicals some PDF writers print in place of the ideograph; NFKC knows U+2F00–2FDF, not these. */
const RADICALS: Record<string, string> = {
  '⺠': '民',
  '⻚': '页',
  '⻓': '长',
  '⻔': '门',
  '⻋': '车',
  '⻅': '见',
  '⻉': '贝',
};

/** The text in simplified script; each character is one before and after. */
export const simplified = (text: string): string =>
  text.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) as string);

/** The text in half width, simplified script, without white space. Length may change. */
export const foldText = memoize(fold);

function fold(text: string): string {
  const folded = withoutPronunciations(text.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/gu, (radical) => RADICALS[radical] ?? radical)
    .replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/gu, '')
    .replaceAll('其它', '其他');
  return simplified(folded);
}

/** `foldText` reduced to Han characters, letters and digits: what a label says, not how it is set. */
export function plainLabel(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}
