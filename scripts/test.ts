/**
 * npm test: the whole suite. Builds the databases and the site first when they are missing or older than their sources,
 * because the page tests run against the real server. Ends with what the time was spent on. Words go on to vitest.
 *
 * `npm run acceptance -- [axe …]`: the page tests over every page, slice and window instead of a sample, with figures and
 * times; with words only the files they name. SEED=N draws other slices, SITE_ADDRESS=http://… asks a running site.
 */
import { spawnSync } from 'node:child_process';

const run = (command: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  }).status ?? 1;

const words = process.argv.slice(2);
const isWhole = words[0] === '--whole';
const start = performance.now();
const built = run(['node_modules/tsx/dist/cli.mjs', 'scripts/start.ts', '--build-only']);
if (built !== 0) process.exit(built);
const asked = isWhole ? ['--project', 'app', ...words.slice(1)] : words;
process.exitCode = run(['node_modules/vitest/vitest.mjs', 'run', ...asked], {
  UV_THREADPOOL_SIZE: '16',
  BUILD_SECONDS: ((performance.now() - start) / 1000).toFixed(0),
  ...(isWhole ? { EXTENT: 'whole' } : {}),
});
