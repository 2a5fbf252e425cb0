/**
 * A kind of chart: its spec says what the chart says as plain data (no pixels, no functions, every text already in the language of
 * the page), its builders make one from rows, `draw` makes the picture of it. The texts also name the points for a screen reader.
 */
import type { PlotFrame } from '../svg/plot';

export type ChartKind<Spec extends { kind: string; label: string }> = {
  /** What is drawn; `id` is unique on the page and names the hatch patterns. */
  draw(spec: Spec, id: string): PlotFrame;
  /** So many panels of this kind stay readable beside each other in the file of a card; one where nothing is said. */
  beside?: number;
};
