/**
 * One page of an OFD (GB/T 33190–2016) → glyphs, ruling lines and pictures with their places in points, as the PDF
 * reader takes them. Lengths in the file are millimetres, y runs downwards as here.
 */
import {
  addThin,
  boxOf,
  type Glyph,
  MAX_GLYPHS,
  MAX_RULES,
  type PageDrawing,
  THICKEST_RULE,
} from '../pdf/operators';
import { apply, type Matrix, multiply } from '../pdf/matrix';
import { attribute, type Element, elementsIn, firstIn, localName, textIn } from '../xml';

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;

/** How paths are drawn where an object leaves it to its draw parameters, by their id. */
export type DrawParameters = Map<string, { lineWidth?: number; fill?: string; stroke?: string }>;

/** What the layers of a page's content draw, nested page blocks among them; hidden objects draw nothing. */
export function readContent(
  content: Element | undefined,
  parameters: DrawParameters,
  drawing: PageDrawing,
): void {
  for (const layer of elementsIn(content ?? ({ children: [] } as unknown as Element), 'Layer'))
    readObjects(layer, parameters, attribute(layer, 'DrawParam'), drawing);
}

function readObjects(
  parent: Element,
  parameters: DrawParameters,
  layerParameters: string | undefined,
  drawing: PageDrawing,
): void {
  for (const object of elementsIn(parent)) {
    if (attribute(object, 'Visible') === 'false') continue;
    const box = numbersOf(attribute(object, 'Boundary'));
    const [x = 0, y = 0] = box;
    const place: Matrix = [POINTS, 0, 0, POINTS, x * POINTS, y * POINTS];
    const ctm = numbersOf(attribute(object, 'CTM'));
    const matrix = ctm.length === 6 ? multiply(place, ctm as Matrix) : place;
    const own = parameters.get(attribute(object, 'DrawParam') ?? layerParameters ?? '') ?? {};
    switch (localName(object)) {
      case 'PageBlock':
        readObjects(object, parameters, layerParameters, drawing);
        break;
      case 'TextObject':
        addText(object, matrix, drawing);
        break;
      case 'PathObject':
        addPath(object, matrix, own, drawing);
        break;
      case 'ImageObject':
        drawing.pictures.push({
          x: x * POINTS,
          y: y * POINTS,
          width: (box[2] ?? 0) * POINTS,
          height: (box[3] ?? 0) * POINTS,
        });
        break;
    }
  }
}

/** The characters of a text object; each TextCode begins at X, Y and moves on by its deltas, or by the type size. */
function addText(object: Element, matrix: Matrix, drawing: PageDrawing): void {
  const size = Number(attribute(object, 'Size') ?? 0);
  const scale = Number(attribute(object, 'HScale') ?? 1) || 1;
  const font = attribute(object, 'Font') ?? '';
  const turn = Number(attribute(object, 'CharDirection') ?? 0);
  const reading = Number(attribute(object, 'ReadDirection') ?? 0);
  const height = size * Math.hypot(matrix[2], matrix[3]);
  if (!Number.isFinite(height) || height === 0) return;
  let x = 0;
  let y = 0;
  for (const code of elementsIn(object, 'TextCode')) {
    // X and Y left out are those of the code before.
    x = Number(attribute(code, 'X') ?? x);
    y = Number(attribute(code, 'Y') ?? y);
    const acrossBy = deltasOf(attribute(code, 'DeltaX'));
    const downBy = deltasOf(attribute(code, 'DeltaY'));
    const characters = [...textIn(code).replace(/[\r\n]/g, '')];
    let [cx, cy] = [x, y];
    characters.forEach((text, i) => {
      if (drawing.glyphs.length >= MAX_GLYPHS) return;
      const isWide = (text.codePointAt(0) ?? 0) >= 0x2e80;
      const natural = size * scale * (isWide ? 1 : 0.5);
      const dx =
        acrossBy[i] ?? (acrossBy.length === 0 && downBy.length === 0 && reading !== 90 ? natural : 0);
      // The glyph is as wide as its type says; where its neighbour stands closer, no wider than that.
      const advance = dx > 0 ? Math.min(natural, dx) : natural;
      const [ax, ay] = apply(matrix, cx, cy);
      const [bx, by] = apply(matrix, cx + advance, cy);
      if (Number.isFinite(ax + ay + bx + by))
        drawing.glyphs.push(glyph(text, ax, ay, bx, by, height, font, turn));
      cx += dx;
      cy += downBy[i] ?? 0;
    });
    [x, y] = [cx, cy];
  }
}

function glyph(
  text: string,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  size: number,
  font: string,
  turn: number,
): Glyph {
  const [dx, dy] = [bx - ax, by - ay];
  const isUpright = Math.abs(dy) < 0.2 * Math.abs(dx);
  const turned = turn !== 0 || isUpright ? (dx >= 0 ? 'none' : 'other') : dy > 0 ? 'down' : 'up';
  return {
    text,
    x0: Math.min(ax, bx),
    x1: Math.max(ax, bx),
    y: Math.max(ay, by),
    length: Math.hypot(dx, dy),
    size,
    font,
    turned,
  };
}

/** `g 3 2.1 4.2` is 2.1 three times, then 4.2 (GB/T 33190, 11.3). */
function deltasOf(text: string | undefined): number[] {
  const words = (text ?? '').trim().split(/\s+/).filter(Boolean);
  const deltas: number[] = [];
  for (let i = 0; i < words.length && deltas.length < MAX_GLYPHS; i++) {
    if (words[i] !== 'g') deltas.push(Number(words[i]) || 0);
    else {
      const count = Math.min(Number(words[i + 1]) || 0, MAX_GLYPHS - deltas.length);
      for (let n = 0; n < count; n++) deltas.push(Number(words[i + 2]) || 0);
      i += 2;
    }
  }
  return deltas;
}

/** Straight strokes and thin filled areas of a path: M and S move, L draws, C closes; curves (Q, B, A) end the stroke. */
function addPath(
  object: Element,
  matrix: Matrix,
  parameters: { lineWidth?: number; fill?: string; stroke?: string },
  drawing: PageDrawing,
): void {
  if (drawing.across.length + drawing.down.length > MAX_RULES) return;
  const isFilled = attribute(object, 'Fill') === 'true' && !isWhite(object, 'FillColor', parameters.fill);
  const isStroked =
    attribute(object, 'Stroke') !== 'false' && !isWhite(object, 'StrokeColor', parameters.stroke);
  const width = Number(attribute(object, 'LineWidth') ?? parameters.lineWidth ?? 0.353);
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const parts = subpaths(textIn(firstIn(object, 'AbbreviatedData')));
  if (isFilled) for (const part of parts) addThin(drawing, boxOf(matrix, part));
  if (isStroked && width * scale <= THICKEST_RULE)
    for (const part of parts)
      for (let i = 0; i + 3 < part.length; i += 2) addThin(drawing, boxOf(matrix, part.slice(i, i + 4)));
}

function isWhite(object: Element, name: string, inherited: string | undefined): boolean {
  const value = attribute(firstIn(object, name) ?? object, 'Value') ?? inherited;
  const parts = numbersOf(value);
  return parts.length > 0 && parts.every((part) => part >= 0xfc);
}

function subpaths(data: string): number[][] {
  const words = data.trim().split(/\s+/);
  const parts: number[][] = [];
  let part: number[] = [];
  const end = () => {
    if (part.length > 2) parts.push(part);
  };
  for (let i = 0; i < words.length; ) {
    const word = words[i++];
    const point = (back: number): [number, number] => [Number(words[i - back]), Number(words[i - back + 1])];
    if (word === 'M' || word === 'S') {
      end();
      i += 2;
      part = point(2);
    } else if (word === 'L') {
      i += 2;
      part.push(...point(2));
    } else if (word === 'Q' || word === 'B' || word === 'A') {
      const count = word === 'Q' ? 4 : word === 'B' ? 6 : 7;
      end();
      i += count;
      part = point(2);
    } else if (word === 'C' && part.length >= 4) part.push(part[0] ?? 0, part[1] ?? 0);
  }
  end();
  return parts.filter((each) => each.every(Number.isFinite));
}

/** Numbers of a list as OFD writes them, parted by blanks; a colour may be #RRGGBB parts in hexadecimal. */
export function numbersOf(text: string | undefined): number[] {
  const words = (text ?? '').trim().split(/\s+/).filter(Boolean);
  return words.map((word) => (word.startsWith('#') ? Number.parseInt(word.slice(1), 16) : Number(word)));
}
