/** What Stryker found, counted: a row a place, and the line that tells of a change no test noticed. */
import { readFileSync } from 'node:fs';
import type { MutantResult } from '@stryker-mutator/api/core';

export type Score = {
  place: string;
  /** Changes that a test noticed, those by running out of time among them. */
  noticed: number;
  /** Changes that no test noticed, or that no test ran. */
  survived: number;
  /** Changes left out in the code by a comment that says why they change nothing. */
  named: number;
  /** 0 to 100: noticed of noticed and survived; 100 where nothing could be changed. */
  percent: number;
  bound: number;
  /** `all` changes, or of how many lines of how many. */
  extent: string;
  seconds: number;
};

/** The score of a place. Changes that do not compile or could not run count on neither side, as in Stryker's own score. */
export function scoreOf(
  place: string,
  bound: number,
  extent: string,
  results: readonly Pick<MutantResult, 'status'>[],
  seconds: number,
): Score {
  const count = (...statuses: MutantResult['status'][]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const survived = count('Survived', 'NoCoverage');
  const all = noticed + survived;
  return {
    place,
    noticed,
    survived,
    named: count('Ignored'),
    percent: all === 0 ? 100 : (noticed / all) * 100,
    bound,
    extent,
    seconds,
  };
}

/** The scores as a table in Markdown, a row a place. */
export function scoreTable(scores: readonly Score[]): string {
  const rows = scores.map((score) => [
    `\`${score.place}\``,
    score.extent,
    String(score.noticed + score.survived),
    String(score.noticed),
    String(score.survived),
    String(score.named),
    `${score.percent.toFixed(1)} %`,
    `${score.bound} %${score.percent < score.bound ? ' missed' : ''}`,
    `${Math.round(score.seconds)} s`,
  ]);
  const heads = ['room', 'tried', 'changes', 'noticed', 'survived', 'named', 'score', 'bound', 'time'];
  return alignTable([heads, heads.map(() => '-'), ...rows]);
}

/** Cells as a table in Markdown, columns of one width on the screen; the second row is the rule under the heads. */
export function alignTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(3, ...rows.map((row) => widthOf(row[i] ?? ''))));
  const padded = (cell: string, width: number) => cell + ' '.repeat(width - widthOf(cell));
  const line = (cells: string[], rule: boolean) =>
    `| ${widths.map((width, i) => (rule ? '-'.repeat(width) : padded(cells[i] ?? '', width))).join(' | ')} |`;
  return rows.map((row, i) => line(row, i === 1)).join('\n');
}

/** Columns of a screen that a text takes: Chinese characters and their punctuation take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, sign) => width + (/[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]/u.test(sign) ? 2 : 1),
    0,
  );

/** One line on a change that survived: place, kind, and what stood there and what was put in its place. */
export function survivorLine(mutant: MutantResult, nameOf: (file: string) => string): string {
  const { start, end } = mutant.location;
  const lines = readFileSync(mutant.fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const before = lines
    .map((text, i) =>
      text.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined).trim(),
    )
    .join(' ');
  const short = (text: string) => {
    const flat = text.replace(/\s+/g, ' ');
    return flat.length > 120 ? `${flat.slice(0, 117)}...` : flat;
  };
  const kind = mutant.status === 'NoCoverage' ? `${mutant.mutatorName}, no test runs it` : mutant.mutatorName;
  return `${nameOf(mutant.fileName)}:${start.line}:${start.column} ${kind}: ${short(before)} → ${short(mutant.replacement ?? '')}`;
}
