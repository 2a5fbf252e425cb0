/** Where the grid lines of a value axis stand. */

/** A value axis: where it ends (it may start above 0 for dots) and its grid lines. */
export type ValueAxis = { end: number; ticks: { at: number; text: string }[] };

const STEPS = [1, 2, 2.5, 5, 10];

/**
 * The end of an axis that starts at 0 and its three to five lines, for a greatest value ≥ 0: round numbers only.
 * `whole` keeps the steps whole, for counts. A greatest value of 0 gives an axis to 1.
 */
export function niceAxis(greatest: number, whole = false): { end: number; ticks: number[] } {
  if (!(greatest > 0)) return { end: 1, ticks: [0, 1] };
  const rough = greatest / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const candidates = STEPS.map((step) => step * power).filter((step) => !whole || Number.isInteger(step));
  const step = candidates.find((each) => each >= rough * 0.999) ?? Math.max(1, Math.ceil(rough));
  const count = Math.ceil((greatest / step) * 0.999999);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { end: ticks.at(-1) ?? 1, ticks };
}
