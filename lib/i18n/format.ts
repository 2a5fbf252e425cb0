/** Numbers and dates for people. Years never pass here: they are written as they are. */
import { dictionaryOf, type Language } from '../words';

const cache = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = cache.get(key) ?? new Intl.NumberFormat(language, options);
  cache.set(key, known);
  return known;
}

/** A computed count or amount with thousands commas and at most `digits` decimals: `17,219`, `7,730.28`. */
export function formatNumber(value: number, language: Language, digits = 2): string {
  return numberFormat(language, { maximumFractionDigits: digits }).format(value).replace('-', '−');
}

/** A number with exactly `digits` decimals: `61.5`. */
export function formatFixed(value: number, language: Language, digits: number): string {
  return numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace('-', '−');
}

/** A rate (0–1) as a percentage with one decimal and its sign: `59.5%`. */
export function formatPercent(rate: number, language: Language, digits = 1): string {
  return `${formatFixed(rate * 100, language, digits)}%`;
}

/** A number as the report printed it: no commas, a real minus sign. */
export function printedNumber(value: number): string {
  return String(value).replace('-', '−');
}

/** An ISO date in the language's own form: `2021年1月27日`, `27 January 2021`. */
export function formatDate(iso: string, language: Language): string {
  const date = new Date(`${iso}T00:00:00Z`);
  const { locale } = dictionaryOf(language);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
