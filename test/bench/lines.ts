/** What a benchmark found out, and how it is printed. */

export type Line = {
  /** Number of the target (docs/performance.md); null for what has none of its own. */
  target: number | null;
  what: string;
  measured: string;
  wanted: string;
  /** Whether the target was met; null when it was not measured or there is none. */
  met: boolean | null;
};

const verdict = (met: boolean | null): string => (met === null ? '' : met ? 'yes' : 'no');

/** The lines as a table in Markdown, in the order of their targets. */
export function targetTable(lines: readonly Line[]): string {
  const sorted = lines.toSorted((a, b) => (a.target ?? 99) - (b.target ?? 99));
  return table([
    ['#', 'what', 'measured', 'target', 'met'],
    ...sorted.map((line) => [
      line.target === null ? '' : String(line.target),
      line.what,
      line.measured,
      line.wanted,
      verdict(line.met),
    ]),
  ]);
}

/** Rows of cells as a table in Markdown; the first row is its head. */
export function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
