/**
 * A sample of a room's lines, for rooms whose every change would take an hour: changes that lie within one line of the
 * sample are tried. Changes over several lines (a whole block emptied) are left out; they are the easiest to notice, so a
 * sample's score is rather too low than too high.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { randomOf } from '../../lib/synth/random';

/** Lines that hold code: not blank, no comment, no import, not only brackets. */
const CODE = /^(?!\s*(?:$|\/\/|\/?\*|import\b|export \* |\}? from )).*\w/;

/** `count` lines of the files, as Stryker names places (`file:line-line`), drawn by the seed; all of them where there are fewer. */
export function sampleLines(
  files: readonly string[],
  count: number,
  seed: number,
): { places: string[]; lines: number } {
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, i) => (CODE.test(text) ? [`${file}:${i + 1}-${i + 1}`] : [])),
  );
  const random = randomOf(seed);
  const drawn = lines.map((place) => ({ place, at: random() })).sort((a, b) => a.at - b.at);
  return { places: drawn.slice(0, count).map(({ place }) => place), lines: lines.length };
}

/** The TypeScript files of a place: itself, or those below it. */
export function filesIn(place: string): string[] {
  if (/\.tsx?(?::|$)/.test(place)) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${place}/${name.replaceAll('\\', '/')}`)
    .sort();
}
