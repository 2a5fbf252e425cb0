/** A chart in a page: the svg that lib/chart made, in a frame that a script makes one Tab stop. */
import { drawChart } from '../../lib/chart/chart';
import type { ChartSpec } from '../../lib/chart/chart';

/** The picture stands in the served HTML; the svg text is our own, escaped by the DOM that wrote it. */
export function ChartFigure({ spec, id }: { spec: ChartSpec; id: string }) {
  return (
    <figure
      className="plot"
      data-kind={spec.kind}
      dangerouslySetInnerHTML={{ __html: drawChart(spec, id) }}
    />
  );
}
