import { expect, test } from 'vitest';
import { mapYielding, yieldToEventLoop } from '../lib/event-loop';

test('a long list is mapped whole and in order, and others have their turn meanwhile', async () => {
  let turns = 0;
  const clock = setInterval(() => turns++, 1);
  const items = Array.from({ length: 2_000 }, (_, i) => i);
  const work = (item: number): number => {
    let sum = item;
    for (let i = 0; i < 20_000; i++) sum = (sum * 31 + i) % 1_000_003;
    return sum;
  };
  const mapped = await mapYielding(items, work);
  clearInterval(clock);
  expect(mapped).toEqual(items.map(work));
  expect(turns).toBeGreaterThan(2);
});

test('what the mapping throws is thrown', async () => {
  await expect(
    mapYielding([1, 2], () => {
      throw new Error('no such row');
    }),
  ).rejects.toThrow('no such row');
});

test('who waits together goes on one in a round, first come first served', async () => {
  const rounds: number[] = [];
  let round = 0;
  let isOver = false;
  const count = (): void => {
    round += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all([1, 2, 3].map(() => yieldToEventLoop().then(() => rounds.push(round))));
  isOver = true;
  expect(new Set(rounds).size).toBe(3);
  expect(rounds).toEqual([...rounds].sort((a, b) => a - b));
});
