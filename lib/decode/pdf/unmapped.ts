/** Glyphs whose character is not told by the file. */
import { FREQUENT } from '../han-frequency';
import type { Glyph } from './operators';
import { unifyRadicals } from './radicals';
import { isInk } from './text';

/**
 * Replaces characters that cannot be what is printed: control and private ones, and all of a font whose ideographs
 * are hardly ever frequent ones, which is what glyph numbers look like when taken for characters. Returns how many.
 */
export function replaceUnmapped(glyphs: Glyph[]): number {
  const fonts = new Map<string, { han: number; frequent: number }>();
  for (const glyph of glyphs) {
    glyph.text = unifyRadicals(glyph.text);
    const code = glyph.text.charCodeAt(0);
    if (code < 0x2e80 || code > 0x9fff) continue;
    const counts = fonts.get(glyph.font) ?? { han: 0, frequent: 0 };
    counts.han++;
    if (FREQUENT[code] === 1) counts.frequent++;
    fonts.set(glyph.font, counts);
  }
  let replaced = 0;
  for (const glyph of glyphs) {
    const counts = fonts.get(glyph.font);
    const isGarbled = counts !== undefined && counts.han >= 30 && counts.frequent < 0.15 * counts.han;
    if (!isGarbled && !isUnprintable(glyph.text.charCodeAt(0))) continue;
    if (isInk(glyph)) replaced++;
    glyph.text = '\ufffd';
  }
  return replaced;
}

/** Control characters, private use and U+FFFD; tabs and line ends are blanks. NaN, for no character, is not. */
function isUnprintable(code: number): boolean {
  if (code < 0x20) return code < 9 || code > 13;
  return (code >= 0x7f && code < 0xa0) || (code >= 0xe000 && code < 0xf900) || code === 0xfffd;
}
