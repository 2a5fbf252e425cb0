/** A page of pixels → its blocks, as a PDF page with characters gives them, and what is known of each line that was read. */
import type { Block, RecognisedText } from '../../document';
import { layOutPage } from '../pdf/layout';
import type { Glyph } from '../pdf/operators';
import { PIXELS_PER_POINT, type Raster } from './raster';
import type { Reading, Recogniser } from './recogniser';
import { type Strip, stripsOfPage } from './strips';

/** Stands for ink that no character was found in: such a cell is neither blank nor a number. */
const UNREAD = '\ufffd';
const HAN = /[\u3400-\u9fff]/;
const DIGITS = /\d/g;
/** Characters that a lone figure is taken for. */
const LIKE_ZERO = /^[OoDQ〇○口°]$/;
/** What the model says for 开 in small type. */
const LIKE_OPEN = /π/g;

export type ReadPage = { blocks: Block[]; recognised: RecognisedText[] };

/** The blocks of a page and its lines as recognised. `page` counts from 1; tables are numbered from 1 on each page. */
export async function readPage(raster: Raster, page: number, recogniser: Recogniser): Promise<ReadPage> {
  const { strips, across, down, high } = stripsOfPage(raster);
  const first = await recogniser.read(strips.map(({ plain }) => plain));
  const twice = strips.flatMap((strip, index) => (isReadTwice(strip, first[index]) ? [index] : []));
  const second = await recogniser.read(twice.flatMap((index) => strips[index]?.hard ?? []));
  const again = new Map(twice.map((index, i) => [index, second[i]]));
  const glyphs: Glyph[] = [];
  const recognised: RecognisedText[] = [];
  strips.forEach((strip, index) => {
    const reading = first[index];
    if (!reading) return;
    const { text, trust, isConfirmed } = strip.isCell
      ? cellText(reading, again.get(index), strip)
      : proseText(reading, again.get(index));
    if (text === '') return;
    glyphs.push(glyphOf(text, strip, high));
    recognised.push({ page, box: boxOf(strip), trust, isConfirmed });
  });
  return { blocks: layOutPage({ glyphs, across, down, pictures: [] }, page, 0), recognised };
}

/** Figures count only where a second look at them says the same. */
const isReadTwice = (strip: Strip, reading: Reading | undefined): boolean =>
  strip.isCell
    ? !HAN.test(reading?.text ?? '') || /\d/.test(reading?.text ?? '')
    : /\d/.test(reading?.text ?? '');

type Text = { text: string; trust: number; isConfirmed: boolean };

function cellText(first: Reading, second: Reading | undefined, { line }: Strip): Text {
  const { text, trust } = first;
  const isFlat = line.y1 - line.y0 < 0.35 * (line.x1 - line.x0);
  if (isFlat && /^[一—–-]*$/.test(text)) return { text: '—', trust: Math.max(trust, 0.5), isConfirmed: true };
  const { figures } = first;
  // Paper beside a figure is at times taken for one character more; its ink says how many there are.
  const isBeside = /^\d+$/.test(figures) && line.pieces === figures.length && text.length > figures.length;
  if (HAN.test(text) && !isBeside && !(text.length === 1 && LIKE_ZERO.test(text))) {
    const isConfirmed = second === undefined || digitsOf(second.text) === digitsOf(text);
    return { text: text.replace(LIKE_OPEN, '开'), trust, isConfirmed };
  }
  const isFigure =
    (isBeside && text.startsWith(figures)) ||
    text === figures ||
    (text === '' && figures !== '') ||
    (LIKE_ZERO.test(text) && figures === '0');
  if (!isFigure) return { text: text === '' ? UNREAD : text, trust, isConfirmed: false };
  const isConfirmed = second !== undefined && second.figures === figures && line.pieces <= figures.length;
  return { text: figures, trust: Math.min(first.figureTrust, second?.figureTrust ?? 0), isConfirmed };
}

/** Running text, in which digits that the two readings do not share are no digits. */
function proseText(first: Reading, second: Reading | undefined): Text {
  const text = first.text.replace(LIKE_OPEN, '开');
  const isConfirmed = second === undefined || digitsOf(second.text) === digitsOf(text);
  return { text: isConfirmed ? text : text.replace(DIGITS, UNREAD), trust: first.trust, isConfirmed };
}

const digitsOf = (text: string): string => text.match(DIGITS)?.join('') ?? '';

/** The line as one glyph: its text stays together and lies where its ink does. */
function glyphOf(text: string, { line }: Strip, high: number): Glyph {
  const size = Math.max(line.y1 - line.y0, 0.7 * high) / PIXELS_PER_POINT;
  const middle = (line.y0 + line.y1) / 2 / PIXELS_PER_POINT;
  const [x0, x1] = [line.x0 / PIXELS_PER_POINT, line.x1 / PIXELS_PER_POINT];
  return { text, x0, x1, y: middle + size / 2, length: x1 - x0, size, font: '', turned: 'none' };
}

function boxOf({ line }: Strip): [number, number, number, number] {
  const round = (pixels: number) => Math.round((10 * pixels) / PIXELS_PER_POINT) / 10;
  return [round(line.x0), round(line.y0), round(line.x1 - line.x0), round(line.y1 - line.y0)];
}
