/** Pages whose text runs up or down. */
import type { Glyph, PageDrawing } from './operators';
import { isInk } from './text';

/** A table set sideways on an upright page is turned, so that its rows run across. */
export function turnUpright(drawing: PageDrawing, size: { width: number; height: number }): PageDrawing {
  const ink = drawing.glyphs.filter(isInk);
  const sideways = (['up', 'down'] as const).find(
    (turn) => ink.filter((glyph) => glyph.turned === turn).length > 0.6 * ink.length,
  );
  if (!sideways || ink.length === 0) return drawing;
  const isUp = sideways === 'up';
  // Reading upwards: the page's left edge becomes the top. Reading downwards: its right edge does.
  const glyphs = drawing.glyphs.map((glyph): Glyph => {
    const along = isUp ? size.height - glyph.y : glyph.y - glyph.length;
    return {
      ...glyph,
      x0: along,
      x1: along + glyph.length,
      y: isUp ? glyph.x1 : size.width - glyph.x0,
      turned: 'none',
    };
  });
  const turnDown = drawing.down.map(({ at, from, to }) =>
    isUp ? { at, from: size.height - to, to: size.height - from } : { at: size.width - at, from, to },
  );
  const turnAcross = drawing.across.map(({ at, from, to }) =>
    isUp ? { at: size.height - at, from, to } : { at, from: size.width - to, to: size.width - from },
  );
  return { ...drawing, glyphs, across: turnDown, down: turnAcross };
}
