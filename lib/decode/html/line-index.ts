/** Offsets of a text ↔ lines and columns. */
import type { Place } from '../../place';

export type LineIndex = { placeAt: (offset: number) => Required<Pick<Place, 'line' | 'column' | 'offset'>> };

/** An index of the text's lines: `placeAt(offset)` gives line and column from 1, in logarithmic time. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|[\n\r]/g)) starts.push(end.index + end[0].length);
  return {
    placeAt(offset) {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
    },
  };
}
