/**
 * The one place where the text of a cell becomes a number. It knows the value language of the forms (domain §4)
 * and reads the unit before the number. What it cannot read for certain is null with a state, never 0.
 */
import type { CellState, FieldKind } from '../form';
import { HAN_NUMERALS, parseHanNumeral } from '../han-numerals';
import type { IssueCode } from '../issue';
import { simplified } from './labels/normalise';
import { memoize } from './memoize';

/** What a cell says. `value` is null unless `state` is `number`. `notes` are doubts or settlements to record. */
export type NumberReading = {
  value: number | null;
  state: CellState;
  /** Words printed beside the number: （其中修订16件）. */
  note?: string;
  notes: { code: IssueCode; expected: string }[];
};

/** Counts above this in a table of requests or cases are a reading fault, not a figure (domain §4). */
export const LARGEST_COUNT = 10_000_000;

/** A count as nearly all are printed; never above LARGEST_COUNT. */
const BARE_COUNT = /^(?:0|[1-9]\d{0,6})$/u;
const DASHES = /^(?:[-‐‑‒–—―−－─━_~～/／\\＼|｜*＊]+|无|n\/?a|nil|none|空|不适用|无此项)$/iu;
const BLANK = /^[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff]*$/u;
/** Whether a cell's text is empty for the eye: nothing, blanks, no-break blanks. */
export const isBlank = (text: string): boolean => BLANK.test(text);

/** Whether a cell's text is one of the marks that stand for "nothing here": —, /, 无 … */
export const isDash = (text: string): boolean => DASHES.test(foldValue(text).replace(/\s+/gu, ''));

/** A text in half width and simplified script, as all patterns of values are written; 圆 is 元 written in full. */
const foldValue = (text: string): string => simplified(text.normalize('NFKC')).replaceAll('圆', '元');

/** The units that a value may carry, in simplified script. */
export const VALUE_UNITS = '亿元|万元|千元|元|万|件|个|次|条|项|份|宗|起|例|人|家|部'.split('|');
/** The words that sign a change. */
export const SIGN_WORDS = ['增加', '增', '新增', '减少', '减'];
const UNIT = `(${VALUE_UNITS.join('|')}|¥)`;
const PLAIN = new RegExp(`^([+\\-−])?¥?((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)${UNIT}?$`, 'u');
const SIGNED_WORD = new RegExp(`^(${SIGN_WORDS.join('|')})(?=[\\d${HAN_NUMERALS}])`, 'u');
/** A minus printed twice: --253 in a column of changes. */
const DOUBLE_MINUS = /^[-−]{2}(?=\d)/u;
const NOTE = /^(.*?)[([【〔]([^)\]】〕]*)[)\]】〕]?$/u;
/** Units that Chinese numerals count in. */
const HAN_UNITS = '件|个|次|条|项|份';
const HAN_COUNT = new RegExp(`^([${HAN_NUMERALS}]+)(${HAN_UNITS})?$`, 'u');
/** Footnote marks, taken off before NFKC would turn ① and ² into digits. */
const FOOTNOTE = /[\u2460-\u24ff\u2776-\u2793\u00b9\u00b2\u00b3\u2070-\u2079\u2080-\u2089†‡]/gu;

const unreadable = (code: IssueCode, expected: string): NumberReading => ({
  value: null,
  state: 'unreadable',
  notes: [{ code, expected }],
});

/** Factor from a written unit to the field's unit; null when the unit does not fit the field. */
function unitFactor(unit: string | undefined, kind: FieldKind, headerUnit: string | null): number | null {
  const money: Record<string, number> = { 元: 1, 千元: 1e3, 万元: 1e4, 万: 1e4, 亿元: 1e8 };
  if (kind === 'count' || kind === 'change') {
    if (unit === undefined || !(unit in money)) return 1;
    return unit === '万' ? 1e4 : null;
  }
  const base = kind === 'amount_yuan' ? 1 : 1e4;
  if (unit === undefined) return headerUnit === null ? Number.NaN : (money[headerUnit] ?? Number.NaN) / base;
  const factor = money[unit];
  return factor === undefined ? null : factor / base;
}

/**
 * Reads the text of one cell. Units: `count` and `change` in items or cases, `amount_yuan` in yuan, `amount_10k_yuan`
 * in 万元. `headerUnit` is the money unit that the column's header prints (万元 in the 2021 fee block), null when it prints none:
 * then a bare 0 is 0 and a bare non-zero amount is ambiguous (contract §1).
 */
export function readNumber(text: string, kind: FieldKind, headerUnit: string | null = null): NumberReading {
  if ((kind === 'count' || kind === 'change') && BARE_COUNT.test(text))
    return { value: Number(text), state: 'number', notes: [] };
  if (isBlank(text)) return { value: null, state: 'blank', notes: [] };
  if (isDash(text)) return { value: null, state: 'dash', notes: [] };
  const notes: NumberReading['notes'] = [];
  const unmarked = text.replace(FOOTNOTE, '');
  let folded = foldValue(unmarked)
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .trim();
  let note: string | undefined;
  if (unmarked !== text) {
    note = text.trim().slice(0, 60);
    notes.push({ code: 'cell.note_dropped', expected: 'a number without a footnote mark' });
  }

  const noted = NOTE.exec(folded.replace(/\s+/gu, ''));
  if (noted?.[1] && /\d|[〇零一二三四五六七八九十]/u.test(noted[1])) {
    folded = noted[1];
    note = text.trim().slice(0, 60);
    notes.push({ code: 'cell.note_dropped', expected: 'a number alone' });
  }
  if (/\d\s+[\d.,]/u.test(folded)) {
    const groups = folded.split(/\s+/u);
    // Blanks between single digits are lost type-setting; blanks between longer groups may be two numbers.
    if (!groups.every((group) => /^\d$/u.test(group)) && !/^\d{1,3}(\s\d{3})+$/u.test(folded))
      return { value: null, state: 'ambiguous', notes: [{ code: 'cell.ambiguous', expected: 'one number' }] };
    notes.push({ code: 'cell.digits_spaced', expected: 'digits without blanks' });
  }
  folded = folded.replace(/\s+/gu, '');

  if (kind === 'change' && DOUBLE_MINUS.test(folded)) {
    folded = folded.slice(1);
    notes.push({ code: 'cell.ambiguous', expected: 'one sign' });
  }
  const word = SIGNED_WORD.exec(folded);
  let sign = word?.[1]?.startsWith('减') ? -1 : 1;
  folded = folded.slice(word?.[0].length ?? 0);
  const han = HAN_COUNT.exec(folded);
  const hanValue = han ? parseHanNumeral(han[1] as string) : null;
  const match = PLAIN.exec(hanValue === null ? folded : String(hanValue));
  if (!match) return unreadable('cell.not_a_number', 'a number, a blank or a dash');
  if (match[1] !== undefined && match[1] !== '+') sign = -sign;
  const digits = (match[2] as string).replace(/,/gu, '');
  const unit = match[3] === '¥' ? undefined : match[3];

  const magnitude = Number(digits);
  const isCount = kind === 'count' || kind === 'change';
  if (isCount && digits.includes('.') && unit !== '万')
    return unreadable('cell.decimal_in_count', 'a whole number');
  if (isCount && /^0\d/u.test(digits)) {
    const state: CellState = /^0+$/u.test(digits) ? 'ambiguous' : 'unreadable';
    return {
      value: null,
      state,
      notes: [{ code: 'cell.ambiguous', expected: 'one number without leading zeros' }],
    };
  }
  const factor = unitFactor(unit, kind, headerUnit);
  if (factor === null) return unreadable('cell.not_a_number', `a ${isCount ? 'count' : 'sum of money'}`);
  if (Number.isNaN(factor)) {
    if (magnitude === 0) return { value: 0, state: 'number', notes, ...(note === undefined ? {} : { note }) };
    return {
      value: null,
      state: 'ambiguous',
      notes: [{ code: 'cell.unit_missing', expected: 'an amount with 元 or 万元' }],
    };
  }
  const value = sign * scaled(digits, factor);
  if (isCount && !Number.isInteger(value)) return unreadable('cell.decimal_in_count', 'a whole number');
  if (isCount && Math.abs(value) > LARGEST_COUNT)
    return unreadable('cell.count_too_large', `a count up to ${LARGEST_COUNT}`);
  if (kind === 'count' && value < 0)
    return unreadable('cell.not_a_number', 'a count, which cannot be negative');
  if (factor !== 1) notes.push({ code: 'cell.unit_converted', expected: 'the unit of the column' });
  return {
    value: Object.is(value, -0) ? 0 : value,
    state: 'number',
    notes,
    ...(note === undefined ? {} : { note }),
  };
}

/** digits × factor without the binary dust that 0.1 × 10000 would leave: the shift is done on the decimal text. */
function scaled(digits: string, factor: number): number {
  return factor === 1 ? Number(digits) : Number(`${digits}e${Math.round(Math.log10(factor))}`);
}

const VALUE_LIKE = new RegExp(
  `^(?:(?:${SIGN_WORDS.join('|')})?(?:[+\\-−]|[-−]{2})?¥?\\d[\\d,.]*${UNIT}?(?:[([【〔].{0,40})?|(?:${SIGN_WORDS.join('|')})?(?:[〇零]|[${HAN_NUMERALS}]{1,6}(?:${HAN_UNITS}))|[oO○lI]{1,15})$`,
  'u',
);

/**
 * Whether a piece of text, standing alone, can be a cell's value (a number in any of the forms' spellings, a dash,
 * a misread zero) rather than a label. Numbering such as `1.` or `(二)` and page numbers such as `- 3 -` are none.
 */
export const looksLikeValue = memoize(isValueLike);

function isValueLike(text: string): boolean {
  if (isDash(text)) return true;
  const folded = foldValue(text.replace(FOOTNOTE, '')).replace(/\s+/gu, '');
  if (/^\d{1,2}[.,]$/u.test(folded) || isPageNumber(text)) return false;
  return folded.length <= 60 && VALUE_LIKE.test(folded);
}

/** Whether a piece of text is a page number caught between rows: `- 3 -`, `—3—`, `第3页`, `3 / 7`. */
export const isPageNumber = memoize((text: string): boolean => {
  const folded = text.normalize('NFKC').replace(/\s+/gu, '');
  return /^(?:[-–—―·]+\d{1,3}[-–—―·]+|第\d{1,3}页(?:,?共\d{1,3}页)?|\d{1,3}\/\d{1,3}页?)$/u.test(folded);
});
