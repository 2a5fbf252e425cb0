/** How documents write numbers (domain §4): a value as printed text, and what that text says. */
import type { CellState, FieldKind } from '../../../lib/form/index';
import { chance, integer, pick, type Random } from '../../../lib/synth/random';

/** The habits of one document. Each is a damage name too, so that a report of errors can tell them apart. */
export const VALUE_HABITS = [
  'full-width',
  'commas',
  'suffix',
  'notes',
  'dash-zeros',
  'blank-zeros',
  'odd-zeros',
  'spaced-digits',
  'signed-words',
  'units',
] as const;

export type Written = { text: string; value: number | null; state: CellState };

const FULL_WIDTH = '０１２３４５６７８９'.split('');
const toFullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => FULL_WIDTH[Number(digit)] ?? digit);
const withCommas = (text: string): string => text.replace(/\B(?=(\d{3})+$)/g, ',');
const number = (text: string, value: number): Written => ({ text, value, state: 'number' });

export const DASHES = ['/', '-', '—', '——', '无'] as const;

/** Writes a value of a field as this document does. `dash` is the document's dash, the same all over. */
export function writeValue(
  random: Random,
  kind: FieldKind,
  value: number,
  habits: ReadonlySet<string>,
  dash: string,
): Written {
  if (value === 0) return writeZero(random, kind, habits, dash);
  if (kind === 'change') return number(writeChange(random, value, habits), value);
  if (kind === 'amount_yuan') return writeYuan(random, value, habits);
  if (kind === 'amount_10k_yuan') return writeFees(random, value, habits);
  const digits = String(value);
  if (habits.has('spaced-digits') && value > 9 && chance(random, 0.3))
    return number(digits.split('').join(' '), value);
  if (habits.has('notes') && chance(random, 0.06))
    return number(`${digits}（其中修订${integer(random, 1, value)}件）`, value);
  const grouped = habits.has('commas') ? withCommas(digits) : digits;
  const wide = habits.has('full-width') ? toFullWidth(grouped) : grouped;
  return number(habits.has('suffix') && chance(random, 0.5) ? `${wide}件` : wide, value);
}

function writeZero(random: Random, kind: FieldKind, habits: ReadonlySet<string>, dash: string): Written {
  if (habits.has('dash-zeros') && chance(random, 0.7)) return { text: dash, value: null, state: 'dash' };
  if (habits.has('blank-zeros') && chance(random, 0.7)) return { text: '', value: null, state: 'blank' };
  if (habits.has('odd-zeros') && chance(random, 0.5)) return number(pick(random, ['０', '〇']), 0);
  if (kind === 'amount_10k_yuan' && chance(random, 0.2)) return number('0.00', 0);
  if (kind === 'count' && habits.has('suffix') && chance(random, 0.2)) return number('0件', 0);
  return number('0', 0);
}

function writeChange(random: Random, value: number, habits: ReadonlySet<string>): string {
  const size = Math.abs(value);
  if (habits.has('signed-words'))
    return `${value > 0 ? '增' : '减'}${chance(random, 0.3) ? '加' : ''}${size}`.replace('减加', '减少');
  return value > 0 && chance(random, 0.4) ? `+${size}` : String(value);
}

/** A bare amount that is not zero says no unit, so what it is worth is unknown (contract §1). */
function writeYuan(random: Random, value: number, habits: ReadonlySet<string>): Written {
  if (!habits.has('units') && chance(random, 0.15))
    return { text: String(value), value: null, state: 'ambiguous' };
  if (habits.has('units') && value % 100 === 0) return number(`${value / 10_000}万元`, value);
  return number(`${habits.has('commas') ? withCommas(String(value)) : value}元`, value);
}

function writeFees(random: Random, value: number, habits: ReadonlySet<string>): Written {
  if (!habits.has('units')) return number(String(value), value);
  return chance(random, 0.5)
    ? number(`${value}万元`, value)
    : number(`${Math.round(value * 10_000)}元`, value);
}
