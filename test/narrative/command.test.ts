import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the command answers line by line in order, and names a line it cannot read', () => {
  const lines = [
    JSON.stringify({ text: '全年收到公开申请5件，均已答复。', year: 2023 }),
    JSON.stringify({ text: 5 }),
    JSON.stringify({ text: '2022年收到公开申请5件。', year: 2023 }),
    JSON.stringify({ text: '2022年收到公开申请5件。' }),
  ];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/narrative.ts'],
    {
      input: `${lines.join('\n')}\n`,
      encoding: 'utf8',
    },
  );
  const received = (value: number, quote: string) => ({ field: 'requests.new_requests.total', value, quote });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      counts: [
        received(5, '全年收到公开申请5件，'),
        { field: 'requests.outcomes_total.total', value: 5, quote: '均已答复。' },
      ],
    },
    { counts: [] },
    { counts: [] },
    { counts: [received(5, '2022年收到公开申请5件。')] },
  ]);
  expect(stderr).toContain('line 2: found {"text":5}, expected a JSON object with "text" as a string');
  expect(status).toBe(1);
}, 60_000);
