/** What README and the docs say exists, exists: commands, paths, links. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const docs = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'THIRD-PARTY-NOTICES.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
    .scripts,
);

describe.each(docs)('%s', (name) => {
  const text = readFileSync(join(root, name), 'utf8');

  it('names only commands that package.json has', () => {
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:-]*[a-z])/gu)].map(
      (match) => match[1] as string,
    );
    expect(named.filter((command) => !scripts.includes(command))).toEqual([]);
  });

  it('names only paths that are there', () => {
    const named = [...text.matchAll(/`((?:lib|app|test|scripts|data|docs)\/[\w./-]*[\w/])`/gu)].map(
      (match) => match[1] as string,
    );
    // What a build or a user makes is not in the repository.
    const made = /^data\/(?:build|corpus\/)|^docs\/screens/u;
    expect(named.filter((path) => !made.test(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  it('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/gu)].map((match) => match[1] as string);
    expect(links.filter((link) => !existsSync(join(root, dirname(name), link)))).toEqual([]);
  });
});

it('decision records are numbered without a gap', () => {
  const names = readdirSync(join(root, 'docs/decisions'));
  expect(names.map((name) => name.slice(0, 5)).sort()).toEqual(
    names.map((_, i) => `${String(i + 1).padStart(4, '0')}-`),
  );
});
