import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the command answers line by line in order, and names a line it cannot read', () => {
  const lines = [
    JSON.stringify({ title: '江永县财政局2021年政府信息公开年报', url: null }),
    'no JSON',
    JSON.stringify({ title: null, url: null, text: '任市镇人民政府2020年政府信息公开工作年度报告' }),
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/identify.ts'], {
    input: `${lines.join('\n')}\n\n`,
    encoding: 'utf8',
  });
  const answers = stdout.trim().split('\n');
  expect(answers.map((line) => (JSON.parse(line) as { agency: string | null }).agency)).toEqual([
    '江永县财政局',
    null,
    '任市镇人民政府',
  ]);
  expect(JSON.parse(answers[0] as string)).toEqual({
    agency: '江永县财政局',
    year: 2021,
    region_code: '431125',
    level: 'county',
    body: 'department',
    scope: 'own',
  });
  expect(stderr).toContain('line 2: found "no JSON", expected a JSON object');
  expect(status).toBe(1);
}, 60_000);
