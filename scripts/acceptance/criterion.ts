/** What a criterion is: a number, a name, and a check that fills a sheet with figures and faults. */
import type { Ground } from '../../test/site/ground';

export type Fault = { at: string; found: string; expected: string };

export type Sheet = {
  /** What was measured, in words. */
  measured: (figure: string) => void;
  /** Something checked: a fault when it does not hold. */
  expect: (holds: boolean, at: string, found: unknown, expected: string) => void;
  figures: readonly string[];
  faults: readonly Fault[];
  /** How many checks were made. */
  checks: () => number;
};

export type Criterion = {
  number: number;
  name: string;
  /** Throws only when it cannot go on; that counts as a fault. */
  check: (ground: Ground, sheet: Sheet) => Promise<void>;
};

/** Characters of a found value that are told. */
const LONGEST = 300;

/** An empty sheet. */
export function openSheet(): Sheet {
  const figures: string[] = [];
  const faults: Fault[] = [];
  let checks = 0;
  return {
    measured: (figure) => figures.push(figure),
    expect: (holds, at, found, expected) => {
      checks++;
      if (holds) return;
      const text = typeof found === 'string' ? found : JSON.stringify(found);
      faults.push({ at, found: (text ?? 'nothing').slice(0, LONGEST), expected });
    },
    figures,
    faults,
    checks: () => checks,
  };
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
