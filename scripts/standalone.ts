/**
 * `npm run standalone`: the server as a folder that runs anywhere with Node alone, without this repository and its
 * node_modules (default dist/server). With `--check` it is copied elsewhere, started there, asked, and stopped; with
 * `--built` the folder is taken as it stands.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseFolder } from '../lib/store/corpora';
import { freePort } from '../test/site/server';
import { answerFaults } from './standalone/answers';
import { otherAddresses } from './start/listen';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join('dist', 'server') },
    check: { type: 'boolean' },
    built: { type: 'boolean' },
  },
});
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

if (!values.built) await assemble(values.out);
say(`${values.out}: the server; start it with UV_THREADPOOL_SIZE=16 DATABASE_DIR=… node server.js`);
if (values.check) await tryElsewhere(values.out);

/** Builds the site and puts together what it needs to run. */
async function assemble(out: string): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const { status } = spawnSync(process.execPath, [next, 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', STANDALONE: '1' },
  });
  if (status !== 0) throw new Error(`next build ended with status ${status}`);
  await rm(out, { recursive: true, force: true });
  await cp(join('.next', 'standalone'), out, { recursive: true, verbatimSymlinks: true });
  await cp(join('.next', 'static'), join(out, '.next', 'static'), { recursive: true });
  await rm(join('.next', 'standalone'), { recursive: true });
  // Next's own server.js knows nothing of ours.
  await cp('server.js', join(out, 'server.js'));
}

/** Runs a copy of the folder in a place where nothing else lies. Throws when an answer is not what it has to be. */
async function tryElsewhere(folder: string): Promise<void> {
  const kept = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.duckdb'));
  if (kept.length > 0) throw new Error(`${folder}: found the databases ${kept.join(', ')}, expected none`);
  const place = await mkdtemp(join(tmpdir(), 'ogi-standalone-'));
  try {
    await cp(folder, place, { recursive: true, verbatimSymlinks: true });
    const port = String(await freePort());
    const server = spawn(process.execPath, ['server.js'], {
      cwd: place,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        UV_THREADPOOL_SIZE: '16',
        PORT: port,
        LOG_LEVEL: 'warn',
        UPLOADS: '1',
        DATABASE_DIR: resolve(databaseFolder()),
      },
    });
    const ended = new Promise<number | null>((done) => server.on('exit', done));
    try {
      const { asked, faults } = await answerFaults(`http://127.0.0.1:${port}`);
      if (faults.length > 0)
        throw new Error(['the copy does not answer as it has to:', ...faults].join('\n'));
      const [elsewhere] = otherAddresses();
      if (elsewhere && (await fetch(`http://${elsewhere}:${port}/healthz`).catch(() => null)))
        throw new Error(`the copy answers at ${elsewhere}, expected 127.0.0.1 alone without HOSTNAME`);
      say(`${asked} addresses answered, uploads read`);
    } finally {
      server.kill('SIGTERM');
    }
    const status = await ended;
    if (status !== 0) throw new Error(`the server ended with status ${status}, expected 0`);
    say(`${place}: a copy started, answered and stopped`);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
