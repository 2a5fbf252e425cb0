/** Progress of a long command on stderr: a bar with rate and time left on a terminal, now and then a plain line elsewhere. */
import cliProgress from 'cli-progress';

/** One line to stderr. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export type Stage = 'scan' | 'read' | 'collect';
export type Progress = {
  update: (stage: Stage, done: number, total: number) => void;
  /** A line that does not break the bar. */
  say: (line: string) => void;
  stop: () => void;
};

/** Milliseconds between plain lines. */
const LINE_EVERY = 10_000;

/** A progress display; `stop` clears it. */
export function openProgress(): Progress {
  return process.stderr.isTTY ? barProgress() : lineProgress();
}

function barProgress(): Progress {
  const bars = new cliProgress.MultiBar(
    {
      stream: process.stderr,
      format: '{stage} {bar} {value}/{total} · {rate}/s · {eta_formatted} left',
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 200,
    },
    cliProgress.Presets.shades_classic,
  );
  const started = new Map<Stage, { bar: cliProgress.SingleBar; at: number }>();
  return {
    update: (stage, done, total) => {
      let line = started.get(stage);
      if (!line) {
        line = { bar: bars.create(total, 0, { stage, rate: '–' }), at: performance.now() };
        started.set(stage, line);
      }
      line.bar.update(done, { rate: rateSince(line.at, done) });
    },
    say: (line) => bars.log(`${line}\n`),
    stop: () => bars.stop(),
  };
}

function lineProgress(): Progress {
  const started = new Map<Stage, number>();
  let last = performance.now();
  return {
    update: (stage, done, total) => {
      const now = performance.now();
      const at = started.get(stage) ?? now;
      started.set(stage, at);
      if (now - last < LINE_EVERY) return;
      last = now;
      const rate = rateSince(at, done);
      const left = done > 0 ? Math.round(((now - at) / 1000 / done) * (total - done)) : 0;
      say(`${stage}: ${done}/${total}, ${rate}/s, ${left} s left`);
    },
    say,
    stop: () => undefined,
  };
}

const rateSince = (at: number, done: number): number =>
  Math.round(done / Math.max(0.001, (performance.now() - at) / 1000));
