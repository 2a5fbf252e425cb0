import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { hasProc } from '../platform';

/** In a process of its own, so that the threads of the tests stay as they are. */
const SCRIPT = `
  import { getPriority } from 'node:os';
  import { readdirSync } from 'node:fs';
  import { promisify } from 'node:util';
  import { gzip } from 'node:zlib';
  import { letThreadsStepBack } from './lib/server/thread-priority.ts';
  const count = await letThreadsStepBack();
  await promisify(gzip)('x');
  const others = readdirSync('/proc/self/task').map(Number).filter((id) => id !== process.pid);
  console.log(JSON.stringify({ count, own: getPriority(process.pid), others: others.map((id) => getPriority(id)) }));
`;

test.skipIf(!hasProc())('every thread steps back but the one that answers', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', SCRIPT],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const { count, own, others } = JSON.parse(stdout) as { count: number; own: number; others: number[] };
  expect(count).toBeGreaterThan(3);
  expect(others.length).toBeGreaterThanOrEqual(count);
  expect(others.every((priority) => priority >= own + 5)).toBe(true);
});
