/** A chart in a page: the svg that lib/chart made, with its key above it. */
import { drawChart } from '../../lib/chart/draw';
import type { ChartSpec, StackSpec } from '../../lib/chart/spec';
import { formatFixed } from '../../lib/i18n/format';
import type { PageContext } from '../_shell/page-context';

/** The picture stands in the served HTML; the svg text is our own, escaped by the DOM that wrote it. */
export function ChartFigure({ spec, id }: { spec: ChartSpec; id: string }) {
  return <figure dangerouslySetInnerHTML={{ __html: drawChart(spec, id) }} />;
}

/** The parts of a stack in their order, each with its share in the newest row that has one. */
export function StackKey({ context, spec }: { context: PageContext; spec: StackSpec }) {
  const { t, language } = context;
  const latest = spec.rows.findLast((row) => row.shares !== null);
  return (
    <ul className="key" aria-label={t('chart.key', { year: latest?.name ?? '' })}>
      {spec.parts.map((part, index) => (
        <li key={part.name}>
          <span
            className={part.hatched ? 'sw hatched' : 'sw'}
            style={part.hatched ? undefined : { background: part.colour }}
          />
          {part.name}
          {latest?.shares && <b>{formatFixed(latest.shares[index] ?? 0, language, 1)}</b>}
        </li>
      ))}
    </ul>
  );
}
