/** How many reports there are of each region in each year, as a grid of squares. */
import { formatNumber } from '../../../i18n/format';
import type { ChartContext } from '../../scale';
import type { Tile, TilesSpec } from './tiles';

/** The class of the greatest number: strong enough to see, weak enough not to shout where all are alike. */
const STRONGEST = 4;

export type CoverageCell = { name: string; year: number; reports: number };

/** A grid with a row a name and a column a year, in the order given; a year without a report is hatched. */
export function coverageGridChart(
  names: readonly string[],
  years: readonly number[],
  cells: readonly CoverageCell[],
  { language, t }: ChartContext,
  title: string,
): TilesSpec | null {
  if (names.length === 0 || years.length === 0) return null;
  const found = new Map(cells.map((cell) => [`${cell.name} ${cell.year}`, cell.reports]));
  const most = Math.max(1, ...cells.map((cell) => cell.reports));
  const tiles = names.flatMap((name, row) =>
    years.map((year, column): Tile => {
      const reports = found.get(`${name} ${year}`) ?? 0;
      const isMissing = reports === 0;
      return {
        column,
        row,
        name: '',
        text: isMissing ? t('state.absent') : formatNumber(reports, language),
        title: isMissing
          ? t('map.no_report', { name: `${name} ${year}` })
          : t('coverage.point', { name, year: String(year), reports }),
        level: isMissing ? null : Math.ceil((reports / most) * STRONGEST),
        look: isMissing ? 'missing' : 'value',
      };
    }),
  );
  return {
    kind: 'tiles',
    label: [title, ...tiles.map((tile) => tile.title)].join(t('list.separator')),
    columns: years.length,
    rows: names.length,
    rowNames: [...names],
    columnNames: years.map(String),
    tiles,
    classes: [],
  };
}
