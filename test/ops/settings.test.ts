import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSettings, SETTINGS, setting } from '../../lib/settings';

test('the operations guide has every setting with its default and meaning', () => {
  const text = readFileSync('docs/operations.md', 'utf8');
  const rows = [...text.matchAll(/^\| `([A-Z_]+)` +\| (.*?) *\| (.*?) *\|$/gm)].map((match) =>
    match.slice(1, 4),
  );
  expect(rows).toEqual(
    Object.entries(SETTINGS).map(([name, { fallback, meaning }]) => [
      name,
      fallback === '' ? '' : `\`${fallback}\``,
      meaning,
    ]),
  );
});

test('unset and empty variables have their defaults, good ones their value', () => {
  expect(setting('TRUST_PROXY', {})).toBe(0);
  expect(setting('TRUST_PROXY', { TRUST_PROXY: ' ' })).toBe(0);
  expect(setting('TRUST_PROXY', { TRUST_PROXY: '2' })).toBe(2);
  expect(setting('LOG_LEVEL', { LOG_LEVEL: 'warn' })).toBe('warn');
  expect(checkSettings({ PORT: '8080', DATABASE_DIR: '/data' })).toEqual([]);
});

test('every bad value has one line that names it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const lines = checkSettings({ PORT: text, QUERY_SECONDS: text });
      fc.pre(!/^\s*\d*\s*$/.test(text));
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/^PORT: found ".*", expected a whole number from 0 to 65535$/s);
    }),
  );
});
