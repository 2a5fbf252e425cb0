'use client';
/**
 * Which of very many rows of one height are in view. Browsers lay out no more than some 17 million pixels, so beyond
 * that the scrollbar stands for the rows in proportion: it reaches each of them, and the keys go row by row.
 */
import { type RefObject, useEffect, useState } from 'react';

/** Height of a row in px; app/styles/agencies.css sets the same. */
export const ROW_HEIGHT = 32;
const MOST_PIXELS = 16_000_000;
/** Rows beyond the edge that are drawn too, so that a small scroll shows no gap. */
const SPARE = 12;

export type RowView = {
  /** First and last row to draw, from 0. */
  first: number;
  last: number;
  /** Where the first of them stands, and the height of all, in px. */
  top: number;
  height: number;
};

/** The rows to draw for a place of the scrollbar; pure, for tests. */
export function rowsInView(scrolled: number, visible: number, rowCount: number): RowView {
  const whole = rowCount * ROW_HEIGHT;
  const height = Math.min(whole, MOST_PIXELS);
  const range = Math.max(0, height - visible);
  const rowRange = Math.max(0, whole - visible) / ROW_HEIGHT;
  const at = Math.min(Math.max(scrolled, 0), range);
  const firstSeen = range === 0 ? 0 : (at / range) * rowRange;
  const first = Math.max(0, Math.floor(firstSeen) - SPARE);
  const last = Math.min(rowCount - 1, Math.ceil(firstSeen + visible / ROW_HEIGHT) + SPARE);
  return { first, last, top: at - (firstSeen - first) * ROW_HEIGHT, height };
}

/** How far the scrollbar goes for some rows, in px. */
export function pixelsOf(rows: number, visible: number, rowCount: number): number {
  const whole = rowCount * ROW_HEIGHT;
  const rowRange = Math.max(1, whole - visible) / ROW_HEIGHT;
  return (rows * Math.max(0, Math.min(whole, MOST_PIXELS) - visible)) / rowRange;
}

/** The view of a frame that scrolls, once `live`; `head` is what its sticky head covers, in px. */
export function useRowView(
  frame: RefObject<HTMLElement | null>,
  { live, rowCount, firstRow, head }: { live: boolean; rowCount: number; firstRow: number; head: number },
): RowView {
  const [place, setPlace] = useState({ scrolled: 0, visible: 800 });
  useEffect(() => {
    const element = frame.current;
    if (!live || !element) return undefined;
    const visible = (): number => Math.max(ROW_HEIGHT, element.clientHeight - head);
    const look = (): void => setPlace({ scrolled: element.scrollTop, visible: visible() });
    const move = (rows: number): void => {
      element.scrollBy(0, pixelsOf(rows, visible(), rowCount));
    };
    const press = (event: KeyboardEvent): void => {
      if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
      const page = Math.max(1, Math.floor(visible() / ROW_HEIGHT) - 1);
      const rows = {
        ArrowDown: 1,
        ArrowUp: -1,
        PageDown: page,
        PageUp: -page,
        Home: -rowCount,
        End: rowCount,
      }[event.key];
      if (rows === undefined) return;
      event.preventDefault();
      move(rows);
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    element.addEventListener('keydown', press);
    if (firstRow > 0) move(firstRow);
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
      element.removeEventListener('keydown', press);
    };
  }, [frame, live, rowCount, firstRow, head]);
  return rowsInView(place.scrolled, place.visible, rowCount);
}
