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

/** The text in half width, simplified script, without white space. Length may change. */
export const foldText = memoize(fold);

function fold(text: string): string {
  return withoutPronunciations(text.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/gu, (radical) => RADICALS[radical] ?? radical)
    .replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/gu, '')
    .replaceAll('其它', '其他')
    .replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) as string);
}

/** `foldText` reduced to Han characters, letters and digits: what a label says, not how it is set. */
export function plainLabel(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** With the bracket that a line's end may have cut off: （七, its label and ） below the figures. */
const NUMBERING =
  /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）][、.．]?|[(（][一二三四五六七八九十]{1,3}$|[一二三四五六七八九十]{1,3}[、.．]|[(（]?\d{1,2}[)）.．、](?!\d))/u;

/** A label's own number: how it is set and its value (（六）: bracket 6; 3.: figure 3; 四、: comma 4). */
export type Numbering = { set: 'bracket' | 'comma' | 'figure'; value: number };

/** The label without the numbering in front of it (一、 （三） 1.), as `plainLabel`, and the last of that numbering. */
export const splitNumbering = memoize(split);

function split(text: string): { plain: string; numbering: Numbering | null } {
  let folded = foldText(text);
  let numbering: Numbering | null = null;
  for (let match = NUMBERING.exec(folded); match; match = NUMBERING.exec(folded)) {
    numbering = readNumbering(match[0]);
    folded = folded.slice(match[0].length);
  }
  return { plain: folded.replace(/[^\p{L}\p{N}]/gu, ''), numbering };
}

function readNumbering(text: string): Numbering {
  const figure = /\d+/u.exec(text);
  if (figure) return { set: 'figure', value: Number(figure[0]) };
  const han = text.replace(/[^一二三四五六七八九十]/gu, '');
  const ten = han.indexOf('十');
  const digit = (character: string | undefined) =>
    character ? '一二三四五六七八九'.indexOf(character) + 1 : 0;
  const value = ten < 0 ? digit(han[0]) : (ten === 0 ? 1 : digit(han[0])) * 10 + digit(han[ten + 1]);
  return { set: /[)）]/u.test(text) ? 'bracket' : 'comma', value };
}

/** Length of the longest common subsequence of two short texts. */
function commonLength(a: string, b: string): number {
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++)
      current[j] =
        a[i - 1] === b[j - 1]
          ? (previous[j - 1] as number) + 1
          : Math.max(previous[j] as number, current[j - 1] as number);
    [previous, current] = [current, previous];
  }
  return previous[b.length] as number;
}

/** How alike two plain labels are: 1 the same, 0 nothing in common (twice the common subsequence over both lengths). */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  return (2 * commonLength(a, b)) / (a.length + b.length);
}
