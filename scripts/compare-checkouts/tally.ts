/** What was compared, and where the first difference of each thing lies. */

export const PARTS = ['records', 'csv', 'pictures', 'links', 'texts'] as const;
export type Part = (typeof PARTS)[number];

export type Tally = {
  /** Compares two texts told of one place. */
  compare: (part: Part, place: string, before: string, after: string) => void;
  /** Prints the table and the differences; whether there were none. */
  print: (parts: readonly Part[]) => boolean;
};

/** Differences of one part that are told. */
const MOST_TOLD = 12;
const CONTEXT = 70;

/** An empty tally. */
export function openTally(): Tally {
  const compared = new Map<Part, number>();
  const different = new Map<Part, string[]>();
  return {
    compare: (part, place, before, after) => {
      compared.set(part, (compared.get(part) ?? 0) + 1);
      if (before === after) return;
      different.set(part, [...(different.get(part) ?? []), `${place}\n${firstDifference(before, after)}`]);
    },
    print: (parts) => {
      const say = (line: string): void => void process.stdout.write(`${line}\n`);
      say(`${'part'.padEnd(10)}${'compared'.padStart(10)}${'equal'.padStart(10)}${'different'.padStart(11)}`);
      for (const part of parts) {
        const all = compared.get(part) ?? 0;
        const bad = different.get(part)?.length ?? 0;
        say(
          part.padEnd(10) +
            String(all).padStart(10) +
            String(all - bad).padStart(10) +
            String(bad).padStart(11),
        );
      }
      for (const part of parts) {
        const bad = different.get(part) ?? [];
        for (const text of bad.slice(0, MOST_TOLD)) say(`${part}: ${text}`);
        if (bad.length > MOST_TOLD) say(`${part}: and ${bad.length - MOST_TOLD} more`);
      }
      return parts.every((part) => (compared.get(part) ?? 0) > 0 && !different.has(part));
    },
  };
}

function firstDifference(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const around = (text: string): string =>
    JSON.stringify(text.slice(Math.max(0, at - CONTEXT), at + CONTEXT)) || 'nothing';
  const line = before.slice(0, at).split('\n').length;
  return `    line ${line}, character ${at}\n    before ${around(before)}\n    after  ${around(after)}`;
}
