/** Breaks a text into lines that fit a width, without a browser. */
import { textWidth } from './text-width';

/** Pieces that stay together: a run of Latin letters and figures, or one Han character with the marks behind it. */
const PIECES = /[\p{Script=Han}“‘（《][，。；：、？！”’）》]*|[^\s\p{Script=Han}“‘（《]+\s*|\s+/gu;

/** The lines of a text, each at most `width` px wide at a font size in px; a longer single word stands alone. */
export function wrapText(text: string, width: number, size = 12, strong = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size, strong) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
