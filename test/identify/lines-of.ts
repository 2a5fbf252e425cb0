import type { Line } from '../../lib/identify/lines';

/** Lines as identification reads them, numbered from 1: running text of a report's head where nothing else is said. */
export const linesOf = (...parts: (string | Partial<Line>)[]): Line[] =>
  parts.map((part, i) => ({
    text: '',
    at: { line: i + 1 },
    part: 'head' as const,
    cell: false,
    ...(typeof part === 'string' ? { text: part } : part),
  }));
