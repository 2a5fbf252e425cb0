/**
 * How wide a text is, without a browser. Widths in em, measured for the system CJK and Latin stacks and rounded up,
 * so that a box made from them never clips: Han and full-width marks 1, capitals 0.78, digits 0.64 (as in DejaVu, the
 * widest of the Latin stack), other letters 0.58 on average, narrow marks 0.34.
 */
const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const NARROW = /[.,:;'|!ijl()[\]\s·]/;
const BROAD = /[A-Z%mwMW@&＋≠–—−→]/;

/** Width of a text in px at a font size in px; 600 weight takes 6 % more. An upper bound, not an exact figure. */
export function textWidth(text: string, size = 12, strong = false): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return Math.ceil(em * size * (strong ? 1.06 : 1));
}

function characterWidth(character: string): number {
  if (WIDE.test(character)) return 1;
  if (NARROW.test(character)) return 0.34;
  if (BROAD.test(character)) return character === 'm' || character === 'w' ? 0.85 : 0.78;
  return /\d/.test(character) ? 0.64 : 0.58;
}

/** The widest of some texts in px; 0 for none. */
export function widest(texts: readonly string[], size = 12, strong = false): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, size, strong)), 0);
}

/** The width in px that every chart must do with: a card on a phone 390 px wide. */
export const NARROWEST = 310;

/** Of so many names side by side in `room` px, the widest `width` px wide, every how many can be printed: at least 1. */
export const namesApart = (width: number, names: number, room: number): number =>
  Math.max(1, Math.ceil(((width + 4) * names) / Math.max(1, room)));

/** Of so many years side by side in `room` px, every how many can be labelled. */
export const yearsApart = (years: number, room: number): number => namesApart(textWidth('2000'), years, room);
