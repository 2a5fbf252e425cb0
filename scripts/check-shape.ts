/**
 * `npm run shape`: files that grew too long, and passages that stand in two places. Tables of data may be longer. Prints
 * a line each; status 1 when there are any.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['app', 'lib', 'scripts', 'test'];
const LONGEST = 400;
/** Files that are tables: words, figures and their names. */
const TABLES = [/^lib\/form\//, /^lib\/metrics\/registry\.ts$/, /^test\/.*\.(?:test|spec)\.ts$/];
/** So many equal lines in a row are a copy; shorter ones are the shape of the language. */
const COPY_LINES = 14;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('fixtures'))
    .map((name) => join(folder, name)),
).sort();
const linesOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8').trimEnd().split('\n')]));

const problems = [...tooLong(), ...copies()];
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

function tooLong(): string[] {
  return [...linesOf]
    .filter(([file, lines]) => lines.length > LONGEST && !TABLES.some((table) => table.test(file)))
    .map(([file, lines]) => `${file}: found ${lines.length} lines, expected at most ${LONGEST}`);
}

/** Passages that two places share, each told once where it begins. Imports and lines of mere punctuation count for nothing. */
function copies(): string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const [file, lines] of linesOf) {
    const code = lines
      .map((text, i) => ({ text: text.trim(), line: i + 1 }))
      .filter(({ text }) => text.length > 3 && !/^(?:import|export \* |\}? from |\/\/|\*)/.test(text));
    let skipUntil = 0;
    for (let i = 0; i + COPY_LINES <= code.length; i++) {
      const passage = code.slice(i, i + COPY_LINES);
      const key = passage.map(({ text }) => text).join('\n');
      const place = `${file}:${passage[0]?.line}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, place);
      else if (i >= skipUntil) {
        found.push(
          `${place}: found ${COPY_LINES} lines or more that stand at ${first} too, expected them once`,
        );
        skipUntil = i + COPY_LINES;
      }
    }
  }
  return found;
}
