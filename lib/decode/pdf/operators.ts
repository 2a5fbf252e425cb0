/**
 * What one PDF page draws → glyphs, ruling lines and pictures, in points from the page's top left corner. pdf.js
 * runs the content stream into a list of operators; this file keeps the graphics state (PDF 32000-1, 8.4 and 9.3).
 */
import type { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, multiply } from './matrix';

/** One drawn character: `x0` to `x1` along the line, `y` its base line, `length` its advance in whatever direction. */
export type Glyph = {
  text: string;
  x0: number;
  x1: number;
  y: number;
  length: number;
  size: number;
  font: string;
  turned: Turn;
};
/** Which way the text reads; `none` is left to right. */
export type Turn = 'none' | 'down' | 'up' | 'other';
/** A horizontal (`y` = `at`) or vertical (`x` = `at`) ruling line. */
export type Rule = { at: number; from: number; to: number };
export type PagePicture = { x: number; y: number; width: number; height: number };
export type PageDrawing = { glyphs: Glyph[]; across: Rule[]; down: Rule[]; pictures: PagePicture[] };

/** pdf.js' numbers of operators, given by the caller so that pdf.js is loaded only for a PDF. */
export type Operators = typeof OPS;

/** The parts of pdf.js' font and glyph objects that say where a glyph stands. */
export type PdfFont = {
  vertical?: boolean;
  fontMatrix?: number[];
  defaultVMetrics?: number[];
  isType3Font?: boolean;
};
type PdfGlyph = { unicode?: string; width: number; isSpace?: boolean; vmetric?: number[] };

/** Lines thicker than this, in points, are areas. */
export const THICKEST_RULE = 4;
/** Shorter marks are dots and corners. */
const SHORTEST_RULE = 4;
/** Dotted lines are drawn dot by dot, so a page may have many. */
export const MAX_RULES = 400_000;
export const MAX_GLYPHS = 200_000;
const FONT_MATRIX = [0.001, 0, 0, 0.001, 0, 0];
const WHITE = /^#f[c-f]f[c-f]f[c-f]$/i;

type State = {
  ctm: Matrix;
  font: PdfFont;
  fontName: string;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  lineWidth: number;
  isFillWhite: boolean;
  isStrokeWhite: boolean;
};

/** A page being drawn: its graphics state and, in a text object, where the next glyph goes in text space. */
type Drawing = {
  drawing: PageDrawing;
  ops: Operators;
  base: Matrix;
  findFont: (name: string) => PdfFont | null;
  state: State;
  stack: State[];
  textMatrix: Matrix;
  at: { x: number; y: number };
  lineStart: { x: number; y: number };
};
/** Does one operator; `next` is the number of the operator behind it. */
type Handler = (page: Drawing, args: unknown[], next: number | undefined) => void;

/** What the operators of a page draw. `base` maps PDF user space to points from the top left corner. */
export function readOperators(
  list: { fnArray: number[]; argsArray: unknown[] },
  ops: Operators,
  base: Matrix,
  findFont: (name: string) => PdfFont | null,
): PageDrawing {
  const page: Drawing = {
    drawing: { glyphs: [], across: [], down: [], pictures: [] },
    ops,
    base,
    findFont,
    state: initialState(base),
    stack: [],
    textMatrix: [1, 0, 0, 1, 0, 0],
    at: { x: 0, y: 0 },
    lineStart: { x: 0, y: 0 },
  };
  const names = Object.keys(HANDLERS) as (keyof typeof HANDLERS)[];
  const handlers = new Map<number | undefined, Handler>(names.map((name) => [ops[name], HANDLERS[name]]));
  const { fnArray, argsArray } = list;
  fnArray.forEach((operator, i) =>
    handlers.get(operator)?.(page, (argsArray[i] ?? []) as unknown[], fnArray[i + 1]),
  );
  return page.drawing;
}

const save: Handler = ({ stack, state }) => stack.push({ ...state });
const restore: Handler = (page) => {
  page.state = page.stack.pop() ?? page.state;
};
const picture: Handler = ({ drawing, state }) => addPicture(drawing, state.ctm);

function transform(state: State, matrix: unknown): void {
  state.ctm = multiply(state.ctm, matrixOf(matrix));
}

/** Begins a line of text at a place in text space. */
function startLine(page: Drawing, x: number, y: number): void {
  page.lineStart = { x, y };
  page.at = { x, y };
}

function moveLine(page: Drawing, dx: unknown, dy: unknown): void {
  startLine(page, page.lineStart.x + Number(dx), page.lineStart.y + Number(dy));
}

function setTextMatrix(page: Drawing, matrix: unknown): void {
  page.textMatrix = matrixOf(matrix);
  startLine(page, 0, 0);
}

/** A handler for each operator that moves, draws or changes the state; all others draw nothing that is read. */
const HANDLERS = {
  save,
  restore,
  beginGroup: (page, args, next) => {
    save(page, args, next);
    transform(page.state, (args[0] as { matrix?: unknown } | undefined)?.matrix);
  },
  endGroup: restore,
  paintFormXObjectBegin: (page, args, next) => {
    save(page, args, next);
    transform(page.state, args[0]);
  },
  paintFormXObjectEnd: restore,
  beginAnnotation: (page, args, next) => {
    save(page, args, next);
    page.state = initialState(multiply(multiply(page.base, matrixOf(args[2])), matrixOf(args[3])));
  },
  endAnnotation: restore,
  transform: ({ drawing, ops, state }, args, next) => {
    transform(state, args);
    // Pictures too large to be useful are dropped by pdf.js, which leaves their empty frame.
    if (next === ops.restore) addPicture(drawing, state.ctm);
  },
  setLineWidth: ({ state }, [width]) => {
    state.lineWidth = Number(width);
  },
  setFillRGBColor: ({ state }, [color]) => {
    state.isFillWhite = WHITE.test(String(color));
  },
  setStrokeRGBColor: ({ state }, [color]) => {
    state.isStrokeWhite = WHITE.test(String(color));
  },
  constructPath: ({ drawing, ops, state }, [paint, paths]) =>
    addPath(drawing, ops, state, Number(paint), (paths as (Float32Array | null)[] | undefined)?.[0] ?? null),
  paintImageXObject: picture,
  paintImageMaskXObject: picture,
  paintInlineImageXObject: picture,
  paintSolidColorImageMask: picture,
  setCharSpacing: ({ state }, [spacing]) => {
    state.charSpacing = Number(spacing);
  },
  setWordSpacing: ({ state }, [spacing]) => {
    state.wordSpacing = Number(spacing);
  },
  setHScale: ({ state }, [percent]) => {
    state.scale = Number(percent) / 100;
  },
  setLeading: ({ state }, [leading]) => {
    state.leading = -Number(leading);
  },
  setTextRise: ({ state }, [rise]) => {
    state.rise = Number(rise);
  },
  setFont: ({ state, findFont }, args) => setFont(state, args, findFont),
  setGState: ({ state, findFont }, [entries]) => {
    for (const [key, value] of (entries ?? []) as [string, unknown][])
      if (key === 'Font') setFont(state, value as unknown[], findFont);
      else if (key === 'LW') state.lineWidth = Number(value);
  },
  beginText: (page) => setTextMatrix(page, null),
  setTextMatrix: (page, [matrix]) => setTextMatrix(page, matrix),
  moveText: (page, [dx, dy]) => moveLine(page, dx, dy),
  setLeadingMoveText: (page, [dx, dy]) => {
    page.state.leading = Number(dy);
    moveLine(page, dx, dy);
  },
  nextLine: (page) => moveLine(page, 0, page.state.leading),
  showText: (page, [glyphs]) => {
    const { drawing, state, textMatrix, at } = page;
    page.at = addGlyphs(drawing, state, textMatrix, at.x, at.y, (glyphs ?? []) as (PdfGlyph | number)[]);
  },
} as const satisfies Partial<Record<keyof Operators, Handler>>;

function initialState(ctm: Matrix): State {
  return {
    ctm,
    font: {},
    fontName: '',
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    lineWidth: 1,
    isFillWhite: false,
    isStrokeWhite: false,
  };
}

function setFont(state: State, args: unknown[], findFont: (name: string) => PdfFont | null): void {
  state.fontName = String(args[0]);
  state.font = findFont(state.fontName) ?? {};
  state.fontSize = Number(args[1]);
}

/** Adds the glyphs of one string and returns the point after it, in text space. Source: PDF 32000-1, 9.4.4. */
function addGlyphs(
  drawing: PageDrawing,
  state: State,
  textMatrix: Matrix,
  x: number,
  y: number,
  glyphs: (PdfGlyph | number)[],
): { x: number; y: number } {
  const { font, fontSize, charSpacing, wordSpacing, rise, scale } = state;
  const unit =
    fontSize * (font.isType3Font ? (font.fontMatrix?.[0] ?? 0.001) : (font.fontMatrix ?? FONT_MATRIX)[0]!);
  const total = multiply(state.ctm, textMatrix);
  let along = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      along -= (glyph * fontSize) / 1000;
      continue;
    }
    const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing;
    if (font.vertical) {
      const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
      const left = x - (glyph.vmetric ? (metric[1] ?? 0) : glyph.width / 2) * unit * scale;
      const top = y + along - (metric[2] ?? 0) * unit + rise;
      push(drawing, state, total, glyph, left, top, glyph.width * unit * scale);
      along += (metric[0] ?? -1000) * unit + spacing;
    } else {
      const advance = glyph.width * unit;
      push(drawing, state, total, glyph, x + along * scale, y + rise, advance * scale);
      along += advance + spacing;
    }
  }
  return font.vertical ? { x, y: y + along } : { x: x + along * scale, y };
}

function push(
  drawing: PageDrawing,
  state: State,
  total: Matrix,
  glyph: PdfGlyph,
  x: number,
  y: number,
  width: number,
): void {
  if (drawing.glyphs.length >= MAX_GLYPHS) return;
  const [ax, ay] = apply(total, x, y);
  const [bx, by] = apply(total, x + width, y);
  const size = Math.abs(state.fontSize) * Math.hypot(total[2], total[3]);
  if (!Number.isFinite(ax + ay + bx + by + size) || size === 0) return;
  drawing.glyphs.push({
    text: glyph.unicode ?? '',
    x0: Math.min(ax, bx),
    x1: Math.max(ax, bx),
    y: Math.max(ay, by),
    length: Math.hypot(bx - ax, by - ay),
    size,
    font: state.fontName,
    turned: turnOf(total),
  });
}

function turnOf([a, b]: Matrix): Turn {
  if (Math.abs(b) < 0.2 * Math.abs(a)) return a > 0 ? 'none' : 'other';
  if (Math.abs(a) < 0.2 * Math.abs(b)) return b > 0 ? 'down' : 'up';
  return 'other';
}

/** Picture or, where it is thin, a ruling line drawn as a picture. Pictures fill the unit square. */
function addPicture(drawing: PageDrawing, ctm: Matrix): void {
  const box = boxOf(ctm, [0, 0, 1, 0, 1, 1, 0, 1]);
  if (!addThin(drawing, box) && box.width > 8 && box.height > 8) drawing.pictures.push(box);
}

/** Codes of pdf.js' path buffer and how many numbers follow each: move, line, cubic, quadratic, close. */
const PATH_NUMBERS = [2, 2, 6, 4, 0];

function addPath(
  drawing: PageDrawing,
  ops: Operators,
  state: State,
  paint: number,
  path: Float32Array | null,
): void {
  if (!path || drawing.across.length + drawing.down.length > MAX_RULES) return;
  const both: number[] = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
  const isStroked = paint === ops.stroke || paint === ops.closeStroke || both.includes(paint);
  const isFilled = paint === ops.fill || paint === ops.eoFill || both.includes(paint);
  if (!isStroked && !isFilled) return;
  const parts = subpaths(path);
  if (isFilled && !state.isFillWhite) addFilled(drawing, state.ctm, parts);
  const width =
    state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
  if (isStroked && !state.isStrokeWhite && width <= THICKEST_RULE)
    for (const part of parts)
      for (let i = 0; i + 3 < part.length; i += 2) addThin(drawing, boxOf(state.ctm, part.slice(i, i + 4)));
}

/** Straight subpaths as lists of points; closed ones end where they began. Curves end the straight run. */
function subpaths(path: Float32Array): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (let i = 0; i < path.length; ) {
    const code = path[i] ?? 4;
    const count = PATH_NUMBERS[code] ?? 0;
    const px = path[i + count - 1] ?? 0;
    const py = path[i + count] ?? 0;
    if (code === 0 || code === 2 || code === 3) {
      if (part.length > 2) parts.push(part);
      part = [px, py];
    } else if (code === 1) part.push(px, py);
    else if (part.length >= 4) part.push(part[0] ?? 0, part[1] ?? 0);
    i += count + 1;
  }
  if (part.length > 2) parts.push(part);
  return parts;
}

/** Filled areas that are lines: thin ones, and the thin rim between two nested rectangles. */
function addFilled(drawing: PageDrawing, ctm: Matrix, parts: number[][]): void {
  const boxes = parts.map((part) => boxOf(ctm, part));
  const [outer, inner] = boxes;
  if (boxes.length === 2 && outer && inner && isRim(outer, inner)) {
    const { x, y, width, height } = outer;
    for (const at of [y, y + height]) drawing.across.push({ at, from: x, to: x + width });
    for (const at of [x, x + width]) drawing.down.push({ at, from: y, to: y + height });
    return;
  }
  for (const box of boxes) addThin(drawing, box);
}

function isRim(outer: PagePicture, inner: PagePicture): boolean {
  const gaps = [
    inner.x - outer.x,
    inner.y - outer.y,
    outer.x + outer.width - inner.x - inner.width,
    outer.y + outer.height - inner.y - inner.height,
  ];
  return inner.width > THICKEST_RULE && gaps.every((gap) => gap > 0 && gap <= THICKEST_RULE);
}

/** Adds a box that is thin enough as a ruling line, or a dot as both; false for an area, which is no line. */
export function addThin(drawing: PageDrawing, { x, y, width, height }: PagePicture): boolean {
  if (height <= THICKEST_RULE && width > SHORTEST_RULE && width > 2 * height)
    drawing.across.push({ at: y + height / 2, from: x, to: x + width });
  else if (width <= THICKEST_RULE && height > SHORTEST_RULE && height > 2 * width)
    drawing.down.push({ at: x + width / 2, from: y, to: y + height });
  else if (width <= THICKEST_RULE && height <= THICKEST_RULE) {
    // A dot, perhaps of a dotted line: the table reader keeps those that make up a line.
    drawing.across.push({ at: y + height / 2, from: x, to: x + width });
    drawing.down.push({ at: x + width / 2, from: y, to: y + height });
  } else return false;
  return true;
}

/** The smallest box around points (x, y, x, y …) after a map. */
export function boxOf(ctm: Matrix, points: ArrayLike<number>): PagePicture {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [px, py] = apply(ctm, points[i] ?? 0, points[i + 1] ?? 0);
    x0 = Math.min(x0, px);
    y0 = Math.min(y0, py);
    x1 = Math.max(x1, px);
    y1 = Math.max(y1, py);
  }
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

function matrixOf(value: unknown): Matrix {
  const numbers = value as ArrayLike<number> | null | undefined;
  if (!numbers || numbers.length < 6) return [1, 0, 0, 1, 0, 0];
  return [0, 1, 2, 3, 4, 5].map((i) => Number(numbers[i])) as Matrix;
}
