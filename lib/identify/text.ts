/** Text as identification compares it: one width of characters, simplified script, no stray blanks. Lengths may change. */
import { Converter } from 'opencc-js/t2cn';
import { withoutPronunciations } from '../pronunciations';

/** A few characters that only traditional text has and that every report or address of one contains. */
const TRADITIONAL = /[報開資訊縣區鄉鎮廳務門財國與業園華東廣陽聯會農興慶寧濱]/;
const DIGITS: Record<string, string> = {
  零: '0',
  〇: '0',
  '○': '0',
  O: '0',
  o: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const CHINESE_YEAR =
  /[二2][零〇○Oo0][零〇○Oo0一二三四五六七八九1-9][零〇○Oo0一二三四五六七八九1-9](?=\s*年)/g;

/** Mirrors in traditional characters also change words: 政府資訊公開. */
const OTHER_WORD = /资讯(公开|与政务)/g;

let converter: ((text: string) => string) | null = null;

/** Traditional characters made simplified; other text comes back as it is. */
function toSimplified(text: string): string {
  if (!TRADITIONAL.test(text)) return text;
  converter ??= Converter({ from: 't', to: 'cn' });
  return converter(text).replace(OTHER_WORD, '信息$1');
}

/** A line made comparable: NFKC, simplified, years in digits, blanks beside digits and between single characters gone. */
export function normalizeLine(raw: string): string {
  if (!/[^\x20-\x7e]/.test(raw)) return raw.trim();
  let line = toSimplified(withoutPronunciations(raw.normalize('NFKC')))
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
  line = line.replace(CHINESE_YEAR, (year) => [...year].map((c) => DIGITS[c] ?? c).join(''));
  if (!line.includes(' ')) return line;
  line = line.replace(
    /(?<=[\d\u4e00-\u9fff]) (?=[年月日])|(?<=[年月日]) (?=\S)|(?<=[\u4e00-\u9fff]) (?=\d)/g,
    '',
  );
  return /^(?:\S )+\S$/.test(line) && !/[A-Za-z]/.test(line) ? line.replace(/ /g, '') : line;
}

/** At most 40 characters of a text, for evidence. */
export function quote(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 40 ? flat : `${flat.slice(0, 39)}…`;
}
