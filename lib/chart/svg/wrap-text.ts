/** Breaks a text into lines that fit a width, without a browser. */
import { textWidth } from './text-width';

/** Pieces that stay together: a run of Latin letters and figures, or one Han character with the marks behind it. */
const PIECES = /[\p{Script=Han}“‘（《][，。；：、？！”’）》]*|[^\s\p{Script=Han}“‘（《]+\s*|\s+/gu;

/** The lines of a text, each at most `width` px wide at a font size in px; a longer single word, as an address is one, is broken where it must be. */
export function wrapText(text: string, width: number, size = 12, strong = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of (text.match(PIECES) ?? []).flatMap((each) => broken(each, width, size, strong))) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size, strong) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A piece as parts of which each fits a line. */
function broken(piece: string, width: number, size: number, strong: boolean): string[] {
  if (textWidth(piece, size, strong) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && textWidth(part + character, size, strong) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
