import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Package = { license?: string; dependencies?: Record<string, string> };
const read = (path: string): Package => JSON.parse(readFileSync(path, 'utf8')) as Package;

test('the notices name every package that runs with the product, with its licence', () => {
  const text = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8');
  const told = [...text.matchAll(/^\| (\S+) +\| ([^|-][^|]*?) *\|$/gm)].map(
    (match) => `${match[1]} ${match[2]}`,
  );
  const used = Object.keys(read('package.json').dependencies ?? {}).map(
    (name) => `${name} ${read(join('node_modules', name, 'package.json')).license}`,
  );
  expect(told.filter((line) => line !== 'package licence').sort()).toEqual(used.sort());
});
