/** What is being built and how long it will take: one line that is drawn over on a terminal, a line now and then elsewhere. */

export type Part = {
  /** What is done just now, as `4,000 of 12,000 reports`. */
  doing: string;
  secondsLeft: number | null;
};

export type Display = {
  show: (name: string, part: Part) => void;
  done: (name: string) => void;
  /** A line that stays. */
  say: (line: string) => void;
  stop: () => void;
};

type Sink = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

const REDRAW_MS = 500;
/** Milliseconds between lines that stay in a log. */
const LINE_MS = 10_000;

export function openDisplay(sink: Sink = process.stderr): Display {
  const parts = new Map<string, Part & { at: number }>();
  const isTerminal = sink.isTTY === true;
  const clear = (): void => {
    if (isTerminal) sink.write('\r\u001B[K');
  };
  const draw = (): void => {
    if (parts.size === 0) return;
    const line = [...parts].map(([name, part]) => describe(name, part)).join(' · ');
    clear();
    sink.write(isTerminal ? line.slice(0, (sink.columns ?? 80) - 1) : `${line}\n`);
  };
  const timer = setInterval(draw, isTerminal ? REDRAW_MS : LINE_MS);
  timer.unref();
  return {
    show: (name, part) => parts.set(name, { ...part, at: performance.now() }),
    done: (name) => parts.delete(name),
    say: (line) => {
      clear();
      sink.write(`${line}\n`);
      if (isTerminal) draw();
    },
    stop: () => {
      clearInterval(timer);
      clear();
    },
  };
}

/** A part with the time left as of now; an estimate that has run out says so. */
function describe(name: string, { doing, secondsLeft, at }: Part & { at: number }): string {
  if (secondsLeft === null) return `${name}: ${doing}`;
  const left = Math.round(secondsLeft - (performance.now() - at) / 1000);
  return `${name}: ${doing}, ${left > 0 ? `about ${left} s left` : 'longer than thought'}`;
}
