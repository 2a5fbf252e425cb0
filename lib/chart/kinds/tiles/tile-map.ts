/** One metric by province as a map of labelled squares. */
import { regionNameIn } from '../../../i18n/province-names';
import { formatFixed, formatNumber, formatPercent } from '../../../i18n/format';
import { labelKey } from '../../../i18n/language';
import { metricById } from '../../../metrics/registry';
import type { MetricsRow } from '../../../query/index';
import { OUTSIDE, PROVINCE_PLACES, type ProvincePlace } from './province-tiles';
import { isSmall } from '../ranked';
import { type ChartContext, countScale, scaledText, scaledUnit } from '../../scale';
import type { Tile, TilesSpec } from './tiles';

const CLASSES = 6;

/** The map of a metric over rows by province, with the unit its squares are printed in. Null for an unknown metric. */
export function tileMapChart(
  rows: readonly MetricsRow[],
  metricId: string,
  context: ChartContext,
  title: string,
): { spec: TilesSpec; unit: string } | null {
  const metric = metricById(metricId);
  if (!metric) return null;
  const { language, t } = context;
  const isRate = metric.kind === 'rate';
  const byCode = new Map(rows.map((row) => [String(row.key.province), row]));
  const valueOf = (row: MetricsRow | undefined) => {
    const found = row?.values[metricId];
    return found && !isSmall(found) ? found.value : null;
  };
  const values = rows.flatMap((row) => (row.key.province === null ? [] : (valueOf(row) ?? [])));
  const limits = classLimits(values);
  const scale = countScale(Math.max(0, ...values), language);
  const write = (value: number): string =>
    isRate ? formatFixed(value * 100, language, 1) : scaledText(value, scale, language);
  const tiles = PROVINCE_PLACES.map((place): Tile => {
    const row = byCode.get(place.code);
    const at = { column: place.column, row: place.row, name: place[labelKey(language)] };
    const full = regionNameIn(labelKey(language), place.code, row?.names.province ?? place.zh);
    const found = row?.values[metricId];
    if (OUTSIDE.includes(place.code)) return bare(at, 'outside', '', t('map.outside', { name: full }));
    if (!row || !found || found.value === null)
      return bare(
        at,
        'missing',
        t('state.absent'),
        t(row ? 'map.no_value' : 'map.no_report', { name: full }),
      );
    const words = isRate
      ? t('chart.named.rate', {
          name: full,
          value: formatPercent(found.value, language),
          numerator: formatNumber(found.numerator ?? 0, language),
          denominator: formatNumber(found.denominator ?? 0, language),
          reports: found.reports,
        })
      : t('chart.named.count', {
          name: full,
          value: formatNumber(found.value, language),
          unit: metric.unit[labelKey(language)],
          reports: found.reports,
        });
    if (isSmall(found)) return bare(at, 'small', write(found.value), words);
    return {
      ...at,
      text: write(found.value),
      title: words,
      level: levelOf(found.value, limits),
      look: 'value',
    };
  });
  return {
    spec: {
      kind: 'tiles',
      label: [title, ...tiles.map((tile) => tile.title)].join(t('list.separator')),
      columns: 8,
      rows: 8,
      rowNames: [],
      columnNames: [],
      tiles,
      classes: limits.slice(1).map((limit, index) => ({
        level: index + 1,
        text: `${write(limits[index] ?? 0)}–${write(limit)}`,
      })),
    },
    unit: isRate ? '%' : scaledUnit(scale, metric.unit[labelKey(language)], t),
  };
}

const bare = (
  place: Pick<ProvincePlace, 'column' | 'row'> & { name: string },
  look: Tile['look'],
  text: string,
  title: string,
): Tile => ({ ...place, text, title, level: null, look });

/** Limits of up to six classes with about as many values in each; fewer where values repeat. Empty for no value. */
function classLimits(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  if (last < 0) return [];
  const limits = Array.from(
    { length: CLASSES + 1 },
    (_, index) => sorted[Math.round((index / CLASSES) * last)] ?? 0,
  );
  const distinct = [...new Set(limits)];
  return distinct.length === 1 ? [...distinct, ...distinct] : distinct;
}

function levelOf(value: number, limits: readonly number[]): number {
  const above = limits.slice(1, -1).filter((limit) => value >= limit).length;
  return above + 1;
}
