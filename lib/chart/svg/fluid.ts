/**
 * Makes a picture of Observable Plot fit any width without a script. Plot draws at one width; here every place along
 * x becomes a percentage of the plot's inner width, while text, strokes and heights stay in px: the margins become
 * padding of the svg, lines run in a nested svg that stretches. So the same bytes fit 310 and 900 px with 12 px text.
 * It knows the elements that Plot's bar, rect, rule, line, area, dot, text and axis marks write, and throws on others.
 */

type Frame = { left: number; right: number; width: number; height: number };

const TRANSLATE = /^translate\(([-\d.e]+),([-\d.e]+)\)$/;
const SVG = 'http://www.w3.org/2000/svg';

/** Rewrites an svg drawn by Plot in place. `left` and `right` are the margins it was drawn with, in px. */
export function makeFluid(svg: Element, document: Document, margins: { left: number; right: number }): void {
  const width = Number(svg.getAttribute('width'));
  const height = Number(svg.getAttribute('height'));
  const frame = { ...margins, width: width - margins.left - margins.right, height };
  // querySelectorAll gives a list that does not change while symbols move into boxes of their own
  for (const element of svg.querySelectorAll('rect, line, circle, path, text'))
    if (!element.closest('defs')) place(element, frame, document);
  for (const name of ['viewBox', 'width']) svg.removeAttribute(name);
  svg.setAttribute('style', `height:${height}px;padding:0 ${margins.right}px 0 ${margins.left}px`);
}

function place(element: Element, frame: Frame, document: Document): void {
  const name = element.tagName.toLowerCase();
  if (name === 'rect') {
    const width = numberOf(element, 'width');
    element.setAttribute('x', percent(numberOf(element, 'x'), frame));
    element.setAttribute('width', `${round((width / frame.width) * 100)}%`);
  } else if (name === 'line') {
    for (const end of ['x1', 'x2']) element.setAttribute(end, percent(numberOf(element, end), frame));
  } else if (name === 'circle') {
    element.setAttribute('cx', percent(numberOf(element, 'cx'), frame));
  } else if (name === 'text') placeText(element, frame);
  else if (element.hasAttribute('transform')) placeSymbol(element, frame, document);
  else stretch(element, frame, document);
}

/** Text stays one text element: x in per cent, the way past a margin as dx, and line offsets as dy. */
function placeText(text: Element, frame: Frame): void {
  const [x, y] = translation(text);
  const inside = Math.min(Math.max(x, frame.left), frame.left + frame.width);
  const beyond = round(x - inside);
  const lines = [...text.querySelectorAll('tspan')];
  for (const line of lines.length ? lines : [text]) {
    const offset = line.getAttribute('y');
    line.setAttribute('x', percent(inside, frame));
    if (beyond) line.setAttribute('dx', String(beyond));
    if (offset) line.setAttribute('dy', offset);
    line.removeAttribute('y');
  }
  text.setAttribute('y', String(round(y)));
  text.removeAttribute('transform');
}

/** A dot symbol that is a path keeps its px form inside a small svg of its own. */
function placeSymbol(path: Element, frame: Frame, document: Document): void {
  const [x, y] = translation(path);
  const box = document.createElementNS(SVG, 'svg');
  box.setAttribute('x', percent(x, frame));
  box.setAttribute('y', String(round(y)));
  box.setAttribute('overflow', 'visible');
  path.replaceWith(box);
  path.removeAttribute('transform');
  box.append(path);
}

/** Lines and areas stretch with the width; their strokes do not. */
function stretch(path: Element, frame: Frame, document: Document): void {
  const box = document.createElementNS(SVG, 'svg');
  box.setAttribute('viewBox', `${frame.left} 0 ${frame.width} ${frame.height}`);
  box.setAttribute('preserveAspectRatio', 'none');
  box.setAttribute('width', '100%');
  box.setAttribute('height', String(frame.height));
  box.setAttribute('overflow', 'visible');
  path.replaceWith(box);
  path.setAttribute('vector-effect', 'non-scaling-stroke');
  box.append(path);
}

function translation(element: Element): [number, number] {
  const match = TRANSLATE.exec(element.getAttribute('transform') ?? '');
  if (!match) throw new Error(`cannot make fluid: ${element.outerHTML.slice(0, 120)}`);
  return [Number(match[1]), Number(match[2])];
}

function numberOf(element: Element, name: string): number {
  const value = Number(element.getAttribute(name));
  if (!Number.isFinite(value))
    throw new Error(`cannot make fluid: ${name} of ${element.outerHTML.slice(0, 120)}`);
  return value;
}

const percent = (x: number, frame: Frame): string => `${round(((x - frame.left) / frame.width) * 100)}%`;
const round = (value: number): number => Math.round(value * 1000) / 1000;
