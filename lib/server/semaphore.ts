/** Lets a bounded number of requests in at once; the others wait in order, so that the thread they share stays free. */

export type Semaphore = {
  /**
   * Resolves when it is the caller's turn, with what to call when done; with null at once when too many wait already, or
   * when `signal` aborts before the turn comes.
   */
  enter: (signal: AbortSignal) => Promise<(() => void) | null>;
};

/** A turnstile that has `atOnce` inside and `most` waiting, first come first served. */
export function semaphore(atOnce: number, most: number): Semaphore {
  const queue = new Set<() => void>();
  let inside = 0;
  const leaveOnce = (): (() => void) => {
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      inside -= 1;
      const [next] = queue;
      next?.();
    };
  };
  return {
    enter: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted || (inside >= atOnce && queue.size >= most)) return resolve(null);
        const go = (): void => {
          queue.delete(go);
          signal.removeEventListener('abort', giveUp);
          inside += 1;
          resolve(leaveOnce());
        };
        const giveUp = (): void => {
          queue.delete(go);
          resolve(null);
        };
        if (inside < atOnce) return go();
        queue.add(go);
        signal.addEventListener('abort', giveUp, { once: true });
      }),
  };
}
