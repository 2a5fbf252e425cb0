/** A server that ends in the middle of a file leaves curl with an error, and any reader with a broken answer. */
import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { isBuilt, startServer } from '../../site/server';

const FILE = '/api/v1/cells.csv?corpus=demo&basis=all';
/** How long curl reads before its server is killed. */
const CURL_READS_MS = 700;

test.skipIf(!isBuilt)('a file that breaks off looks broken to every reader', async () => {
  const server = await startServer({ settings: { LOG_LEVEL: 'fatal' } });
  const answer = await fetch(server.address + FILE);
  const byCurl = curl(server.address + FILE);
  await new Promise((resolve) => setTimeout(resolve, CURL_READS_MS));
  server.process.kill('SIGKILL');
  await expect(answer.text()).rejects.toThrow('terminated');
  expect(await byCurl).not.toBe(0);
});

/** Exit status of curl reading slowly; `missing` where there is no curl, and the client of Node alone has to see it. */
function curl(url: string): Promise<number | string> {
  return new Promise((resolve) => {
    execFile('curl', ['-s', '--limit-rate', '2M', '-o', '/dev/null', url], (error) => {
      if (error === null) resolve(0);
      else resolve(error.code === 'ENOENT' ? 'missing' : (error.code ?? 'killed'));
    });
  });
}
