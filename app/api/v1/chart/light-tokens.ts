/** The colours of the light theme, read from the one place that names them, for pictures that leave the site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tokens } from '../../../../lib/chart/svg/card-picture';

let known: Tokens | null = null;

/** `light-dark(a, b)`; a value has at most one pair of brackets in it, as `rgb(0 0 0)` has. */
const LIGHT_DARK = /light-dark\(\s*((?:[^(),]|\([^)]*\))+?),\s*(?:[^(),]|\([^)]*\))+\)/g;

/** Every custom property of the first `:root` of theme.css; of a colour with two values the light one. */
export function lightTokens(): Tokens {
  if (known) return known;
  const css = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'app', 'theme.css'), 'utf8');
  const root = /:root\s*\{([\s\S]*?)\n\}/.exec(css)?.[1] ?? '';
  known = Object.fromEntries(
    [...root.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value.trim().replace(LIGHT_DARK, '$1'),
    ]),
  );
  return known;
}
