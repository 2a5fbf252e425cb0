/**
 * The one place that runs Observable Plot: options in, the svg as text out. No browser; each picture gets a document
 * of its own. The svg is one image to assistive technology, named by `label`; the inner names of Plot are taken off.
 */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { makeFluid } from './fluid';

/** What a chart draws: its size in px, its scales, which have no axes of Plot's own, and its marks. */
export type PlotFrame = {
  height: number;
  margins: { left: number; right: number; top: number; bottom: number };
  x: Plot.ScaleOptions;
  y: Plot.ScaleOptions;
  marks: Plot.Markish[];
};

/** `id`: unique on the page, names the hatch patterns; `label`: the whole chart in words. */
export type PlotName = { id: string; label: string };

/** Width at which Plot lays out before the picture is made fluid, in px; only relative places matter then. */
const LAYOUT_WIDTH = 640;

const SEPARATOR = '\u001f';

/**
 * The words of a mark with its place in the order of reading: `series` (a line, a row of a stack) and `order` within
 * it. They travel in Plot's title channel and become `data-series`, `data-order` and the `<title>` of the mark.
 */
export const markTitle = (series: number, order: number, text: string): string =>
  [series, order, text].join(SEPARATOR);

/**
 * The picture as svg text: without `width` it fits any width (see `fluid.ts`), with `width` in px it is laid out once,
 * for files. Throws when Plot writes an element that cannot be made fluid.
 */
export function drawPlot(frame: PlotFrame, { id, label }: PlotName, width: number | null = null): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const { margins } = frame;
  const svg = Plot.plot({
    x: { ...frame.x, axis: null },
    y: { ...frame.y, axis: null },
    color: { type: 'identity' },
    marks: frame.marks,
    document,
    width: width ?? LAYOUT_WIDTH,
    height: frame.height,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    className: 'chart',
    style: { fontSize: '12px', fontFamily: 'inherit' },
  });
  svg.querySelector('style')?.remove();
  for (const named of svg.querySelectorAll('[aria-label]')) named.removeAttribute('aria-label');
  for (const title of svg.querySelectorAll('title')) placeTitle(title);
  if (width === null) makeFluid(svg, document, margins);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.insertAdjacentHTML('afterbegin', hatchPatterns(id));
  return svg.outerHTML;
}

function placeTitle(title: Element): void {
  const [series, order, text] = (title.textContent ?? '').split(SEPARATOR);
  if (text === undefined) return;
  title.textContent = text;
  title.parentElement?.setAttribute('data-series', series ?? '0');
  title.parentElement?.setAttribute('data-order', order ?? '0');
}

/** Fill that means "missing" in the picture with this id. */
export const missingFill = (id: string): string => `url(#${id}-missing)`;
/** Fill that means "does not add up" in the picture with this id. */
export const unexplainedFill = (id: string): string => `url(#${id}-unexplained)`;

/** Fill of a bar whose year is not complete in the picture with this id. */
export const incompleteFill = (id: string): string => `url(#${id}-incomplete)`;

function hatchPatterns(id: string): string {
  const pattern = (name: string, colour: string, size: number, angle: number) =>
    `<pattern id="${id}-${name}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})"><line y2="${size}" stroke="var(${colour})" stroke-width="1.5"></line></pattern>`;
  return `<defs>${pattern('missing', '--c-missing', 6, 45)}${pattern('unexplained', '--c-unexplained', 4, -45)}${pattern('incomplete', '--accent', 5, 45)}</defs>`;
}
