/** The files of the cards about peers hold a line an agency: the shown table must follow from them by another road. */
import { SMALL_N } from '../../../lib/metrics/wilson';
import type { ServedCard } from '../../site/served-cards';

/** Value of one metric of one agency: the file has value, numerator, denominator, reports counted and missing. */
type Figure = { agency: string; value: number | null; isFew: boolean };
const COLUMNS_A_METRIC = 5;

/** What of the table does not follow from the lines of the file; `own` is the agency of the page. */
export function strangePeers(card: ServedCard, lines: readonly string[][], own: string): string[] {
  const figures = (metric: number): Figure[] =>
    lines.map((line) => {
      const [value = '', , denominator = ''] = line.slice(2 + metric * COLUMNS_A_METRIC);
      const isFew = denominator !== '' && Number(denominator) < SMALL_N;
      return { agency: line[0] ?? '', value: value === '' ? null : Number(value), isFew };
    });
  return card.id === 'spread'
    ? card.rows.flatMap((row) => strangeBin(row, figures(0)))
    : card.rows.flatMap((row, metric) => strangeRate(row, figures(metric), own));
}

/** A row `0% 至不满 5% | 3`, `不满 0%` or `100% 及以上`: the agencies with a value in it, on enough cases. */
function strangeBin([range = '', agencies = '']: readonly string[], figures: readonly Figure[]): string[] {
  const ends = [...range.matchAll(/[\d.]+(?=%)/g)].map(([text]) => Number(text) / 100);
  const from = range.startsWith('不满') ? Number.NEGATIVE_INFINITY : ends[0];
  const to = range.includes('不满') ? ends.at(-1) : Number.POSITIVE_INFINITY;
  const found = figures.filter(
    ({ value, isFew }) =>
      value !== null && !isFew && value >= (from ?? Number.NaN) && value < (to ?? Number.NaN),
  ).length;
  return String(found) === agencies.replaceAll(',', '')
    ? []
    : [`${range}: ${agencies}, the file has ${found}`];
}

/** A row of a rate: its last cells are q1, median, q3, and how many peers are compared, on few cases, without a value. */
function strangeRate(row: readonly string[], figures: readonly Figure[], own: string): string[] {
  const others = figures.filter(({ agency }) => agency !== own);
  const values = others.flatMap(({ value, isFew }) => (value === null || isFew ? [] : [value]));
  values.sort((a, b) => a - b);
  const counts = [
    values.length,
    others.filter(({ value, isFew }) => value !== null && isFew).length,
    others.filter(({ value }) => value === null).length,
  ];
  const shown = row.slice(-6).map((text) => Number(text.replace(/[%,]/g, '')));
  const quartiles =
    values.length === 0 ? [] : [0.25, 0.5, 0.75].map((share) => quantileOf(values, share) * 100);
  const isRight =
    counts.every((count, index) => count === shown[3 + index]) &&
    quartiles.every((quartile, index) => Math.abs(quartile - (shown[index] ?? Number.NaN)) <= 0.051);
  return isRight ? [] : [`${row.join(' | ')}, the file has ${[...quartiles, ...counts].join(' | ')}`];
}

/** Between the two values nearest to the place, as the store does it. */
function quantileOf(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}
