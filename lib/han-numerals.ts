/** Whole numbers in Chinese numerals: in cells, in prose, before labels, and in the automatic lists of Word and OpenDocument. */

/** Every numeral that a number may consist of, for the character classes of patterns. */
export const HAN_NUMERALS = '〇零一二两三四五六七八九十百千万';
/** The numerals that number chapters and rows: 一 to 九十九. */
export const ORDINAL_NUMERALS = '一二三四五六七八九十';

const DIGITS = '〇一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const ONLY_NUMERALS = new RegExp(`^[${HAN_NUMERALS}]+$`, 'u');

const digitOf = (numeral: string): number =>
  numeral === '零' ? 0 : numeral === '两' ? 2 : DIGITS.indexOf(numeral);

/** The whole number that a text writes in Chinese numerals, 0 to 99 999 999 (十二, 一百零三, 二〇二一); null when it writes none. */
export function parseHanNumeral(text: string): number | null {
  if (!ONLY_NUMERALS.test(text)) return null;
  if (!/[十百千万]/u.test(text)) return Number([...text].map(digitOf).join(''));
  const [high = '', low, ...rest] = text.split('万');
  if (rest.length > 0) return null;
  if (low === undefined) return sectionOf(high);
  const [thousands, ones] = [sectionOf(high), sectionOf(low)];
  return thousands === null || ones === null ? null : thousands * 10_000 + ones;
}

/** The number below 10 000 that a part between 万 writes; null where its units do not fall. */
function sectionOf(part: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (const numeral of part) {
    const unit = UNITS[numeral];
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digitOf(numeral);
    } else {
      if (unit >= lastUnit) return null;
      sum += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}

/** 1 to 99 as 一 to 九十九; any other count in Arabic digits. */
export function hanNumeral(count: number): string {
  if (count < 1 || count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return head + (ones === 0 ? '' : DIGITS.charAt(ones));
}
