'use client';
/** Rows by their number, fetched from the API in windows when they come into view; what is known is not asked again. */
import { useEffect, useRef, useState } from 'react';
import type { SliceRow } from './cell-text';

/** Rows of a window: those of a page, so that the first one is what the server sent. */
const WINDOW = 100;
/** A scroll that goes on is not followed row by row. */
const SETTLE_MS = 60;

type ApiRow = Record<string, unknown> & { report_id: string; states: SliceRow['states'] };
type Known = ReadonlyMap<number, SliceRow[] | 'failed'>;

/** The row of a number: `null` while it is not known, `failed` when it could not be fetched. */
export function useRowWindows(
  api: string,
  start: { rows: readonly SliceRow[]; firstRow: number },
  range: { live: boolean; first: number; last: number },
): (index: number) => SliceRow | 'failed' | null {
  const [known, setKnown] = useState<Known>(
    () => new Map([[Math.floor(start.firstRow / WINDOW), [...start.rows]]]),
  );
  const asked = useRef<Map<number, AbortController>>(new Map());
  // Which windows are known, for the effect: what it fetches must not make it run again.
  const kept = useRef(new Set<number>([Math.floor(start.firstRow / WINDOW)]));
  const [from, to] = [Math.floor(range.first / WINDOW), Math.floor(range.last / WINDOW)];
  useEffect(() => {
    if (!range.live) return undefined;
    const running = asked.current;
    for (const [number, controller] of running) if (number < from || number > to) controller.abort();
    const keep = (number: number, rows: SliceRow[] | 'failed'): void =>
      setKnown((before) => new Map(before).set(number, rows));
    const timer = setTimeout(() => {
      for (let number = from; number <= to; number++) {
        if (running.has(number) || kept.current.has(number)) continue;
        const controller = new AbortController();
        running.set(number, controller);
        fetchWindow(api, number, controller.signal)
          .then((rows) => {
            kept.current.add(number);
            keep(number, rows);
          })
          .catch(() => {
            if (!controller.signal.aborted) keep(number, 'failed');
          })
          .finally(() => running.delete(number));
      }
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [api, range.live, from, to]);
  return (index) => {
    const found = known.get(Math.floor(index / WINDOW));
    return found === 'failed' ? found : (found?.[index % WINDOW] ?? null);
  };
}

async function fetchWindow(api: string, number: number, signal: AbortSignal): Promise<SliceRow[]> {
  const answer = await fetch(`${api}&page=${number + 1}&page_size=${WINDOW}`, { signal });
  if (!answer.ok) throw new Error(`the API answered ${answer.status}`);
  const { rows } = (await answer.json()) as { rows: ApiRow[] };
  return rows.map(({ states, ...values }) => ({
    id: values.report_id,
    values: values as SliceRow['values'],
    states,
  }));
}
