/** Where the scores stand for readers: a table of docs/reliability.md between two marks, a row a room. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS } from './rooms';
import { alignTable, type Score, scoreTable } from './score';

const FILE = join(import.meta.dirname, '../../docs/reliability.md');
const BEGIN = '<!-- scores: npm run mutants -- --all --write -->';
const END = '<!-- end of scores -->';

/** Puts the rows of whole rooms in place of those that stand there; rooms not measured now keep theirs. */
export function writeScores(scores: readonly Score[]): void {
  const text = readFileSync(FILE, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${FILE}: found no table of scores, expected ${BEGIN} … ${END}`);
  const rows = new Map(
    [...text.slice(from, to).matchAll(/^\| `([^`]+)`.*$/gmu)].map((match) => [match[1] as string, match[0]]),
  );
  const [heads, rule, ...fresh] = scoreTable(scores).split('\n') as [string, string, ...string[]];
  scores.forEach((score, i) => rows.set(score.place, fresh[i] as string));
  const kept = ROOMS.flatMap(({ room }) => rows.get(room) ?? []);
  const cells = (row: string) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const table = alignTable([heads, rule, ...kept].map(cells));
  writeFileSync(FILE, `${text.slice(0, from)}${BEGIN}\n\n${table}\n\n${text.slice(to)}`);
}
