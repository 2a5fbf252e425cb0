/**
 * `npm start`: builds what is missing (databases and pages, at the same time) and serves on HOSTNAME and PORT,
 * http://127.0.0.1:3000 by default. `--dev` serves the sources instead. Needs nothing but what `npm ci` brought; no network.
 */
import { checkSettings } from '../lib/settings';
import { endWithNpm, isStopping } from './start/child';
import { buildDatabases } from './start/databases';
import { openDisplay } from './start/display';
import { addressToOpen, tryListening, wantedAddress } from './start/listen';
import { buildPages, isBuildOld } from './start/pages';
import { serve } from './start/server';

const isDev = process.argv.includes('--dev');
/** Everything the tests need, without a server. */
const isBuildOnly = process.argv.includes('--build-only');
const began = performance.now();

endWithNpm();
const bad = checkSettings();
if (bad.length > 0) end(1, bad);
const wanted = wantedAddress(process.env);
const free = isBuildOnly ? { port: wanted.port } : await tryListening(wanted);
if ('refused' in free) end(1, [free.refused]);
await buildWhatIsMissing();
if (isBuildOnly) end(0);
const listening = { host: wanted.host, port: free.port };
// What the preparation left open must not keep the process when the server has ended.
end(
  await serve(isDev, listening, () => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stderr.write(`ready after ${seconds} s, open ${addressToOpen(listening)}\n`);
  }),
);

async function buildWhatIsMissing(): Promise<void> {
  const display = openDisplay();
  const isOld = !isDev && (await isBuildOld());
  const statuses = await Promise.all([buildDatabases(display), isOld ? buildPages(display) : 0]);
  display.stop();
  if (isStopping()) end(128, ['stopped; the next start builds what is missing']);
  const failed = statuses.find((status) => status !== 0);
  if (failed !== undefined) end(failed);
}

function end(status: number, lines: string[] = []): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(status);
}
