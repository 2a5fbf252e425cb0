/** What the container files promise to each other and to the program, as far as their text shows it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const compose = readFileSync('compose.yaml', 'utf8');
const image = readFileSync('Dockerfile', 'utf8');

/** The lines of a service: what follows its name with more indentation. */
const service = (name: string): string =>
  new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(compose)?.[1] ?? '';

test('the read-only server writes its downloads to a volume, which takes no memory, and to no small tmpfs', () => {
  const server = service('server');
  expect(server).toContain('read_only: true');
  const folder = /TMPDIR: (\S+)/.exec(server)?.[1];
  expect(folder).toBeTruthy();
  const volume = new RegExp(`"(\\w+):${folder}"`).exec(server)?.[1];
  expect(compose).toMatch(new RegExp(`^volumes:\\n(?:  .*\\n)*  ${volume}:`, 'm'));
  expect(server).not.toMatch(new RegExp(`tmpfs:.*"${folder}[:"]`));
});

test('the tools read and write the corpus and the curation of the host, not those of the image', () => {
  for (const folder of ['data/corpus', 'data/curation'])
    expect(service('tools')).toContain(`- ./${folder}:/src/${folder}`);
});

test('the image builds the databases once and the pages once', () => {
  const builds = [
    ...image.matchAll(/scripts\/start\.ts|npm run (?:build-db|build|standalone)\b|next build/g),
  ];
  expect(builds.map(([text]) => text)).toEqual(['npm run build-db', 'npm run standalone']);
});

test('the unit has its downloads on a disk too: /tmp is memory on many hosts', () => {
  expect(readFileSync('deploy/ogi-annual-reports.service', 'utf8')).toMatch(
    /^Environment=.*\bTMPDIR=\/var\/tmp\b/m,
  );
});

test('what other machines shall reach says so, since by default the server listens on its own alone', () => {
  expect(image).toMatch(/^ +HOSTNAME=0\.0\.0\.0 \\$/m);
  // Behind a proxy on the same machine.
  expect(readFileSync('deploy/ogi-annual-reports.service', 'utf8')).toMatch(/\bHOSTNAME=127\.0\.0\.1\b/);
});

test('the image installs what the lock names', () => {
  expect(image).toMatch(/^RUN npm ci$/m);
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm ci$/m);
});
