/**
 * The server: `node server.js`, on HOSTNAME and PORT; `--dev` serves the sources instead of what was built. Next is the
 * part of it that makes answers; what comes before and after is lib/server, which Next's build brings along
 * (instrumentation.ts). So this file runs as it is in a clone, in development and in the folder of `npm run standalone`.
 */
import { existsSync, readFileSync } from 'node:fs';

const dev = process.argv.includes('--dev');
process.env.NODE_ENV = dev ? 'development' : 'production';
process.chdir(import.meta.dirname);
// A folder that holds only what was built has no settings of the build: Next is told those that it noted then.
if (!existsSync('next.config.js')) {
  const { config } = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8'));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

const { default: next } = await import('next');
const app = next({
  dev,
  dir: import.meta.dirname,
  hostname: process.env.HOSTNAME,
  port: Number(process.env.PORT) || 3000,
  quiet: true,
});
// Next may still be loading instrumentation.ts when it says that it is prepared.
const ready = new Promise((resolve) => {
  globalThis.ogiServerReady = resolve;
});
await app.prepare();
const listen = await ready;
await listen(app.getRequestHandler());
