/** Which rows are drawn for a place of the scrollbar: for any number of rows, without a browser. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pixelsOf, ROW_HEIGHT, rowsInView } from '../../app/_data/row-view';

const rowCount = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 3_000_000 }));
const visible = fc.integer({ min: ROW_HEIGHT, max: 2000 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('few rows are drawn, in the range, and they fill what is seen', () => {
  fc.assert(
    fc.property(rowCount, visible, share, (rows, seen, at) => {
      const { height } = rowsInView(0, seen, rows);
      const scrolled = at * Math.max(0, height - seen);
      const view = rowsInView(scrolled, seen, rows);
      expect(view.first).toBeGreaterThanOrEqual(0);
      expect(view.last).toBeLessThan(rows);
      expect(view.last - view.first).toBeLessThan(200);
      expect(view.top).toBeLessThanOrEqual(scrolled + 0.01);
      const end = view.top + (view.last - view.first + 1) * ROW_HEIGHT;
      expect(end).toBeGreaterThanOrEqual(Math.min(scrolled + seen, height) - 0.01);
      expect(end).toBeLessThanOrEqual(height + 0.01);
      expect(height).toBeLessThanOrEqual(16_000_000);
    }),
  );
});

test('the scrollbar reaches every row, and a key goes as many rows as it says', () => {
  fc.assert(
    fc.property(rowCount, visible, share, (rows, seen, at) => {
      const row = Math.floor(at * (rows - 1));
      const place = Math.round(pixelsOf(row, seen, rows));
      const view = rowsInView(place, seen, rows);
      expect(view.first).toBeLessThanOrEqual(row);
      expect(view.last).toBeGreaterThanOrEqual(row);
      const { height } = view;
      expect(rowsInView(0, seen, rows)).toMatchObject({ first: 0, top: 0 });
      expect(rowsInView(height, seen, rows).last).toBe(rows - 1);
    }),
  );
});
