/** The colours of the light theme, read from the one place that names them, for pictures that leave the site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tokens } from '../../../../lib/chart/svg/card-picture';

let known: Tokens | null = null;

/** Every custom property of the first `:root` of theme.css with its value. */
export function lightTokens(): Tokens {
  if (known) return known;
  const css = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'app', 'theme.css'), 'utf8');
  const root = /:root\s*\{([\s\S]*?)\n\}/.exec(css)?.[1] ?? '';
  known = Object.fromEntries(
    [...root.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]),
  );
  return known;
}
