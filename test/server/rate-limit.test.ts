import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientAddress, isLoopback } from '../../lib/server/client-address';
import { rateLimit } from '../../lib/server/rate-limit';

test('no minute brings more than twice the limit, and a patient client is never refused', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 300 }),
      (perMinute, pauses) => {
        const limit = rateLimit(perMinute);
        const taken: number[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          if (limit.take('a', now).isAllowed) taken.push(now);
        }
        for (const start of taken)
          expect(taken.filter((each) => each >= start && each < start + 60_000).length).toBeLessThanOrEqual(
            2 * perMinute,
          );
        for (let i = 0; i < 20; i++) {
          now += Math.ceil(60_000 / perMinute);
          expect(limit.take('patient', now).isAllowed).toBe(true);
        }
      },
    ),
  );
});

test('who is refused and waits as long as told is served', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 0, max: 59_999 }),
      (perMinute, start) => {
        const limit = rateLimit(perMinute);
        let answer = limit.take('a', start);
        while (answer.isAllowed) answer = limit.take('a', start);
        expect(limit.take('a', start + answer.retryAfter * 1000).isAllowed).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

test('what is left is one less with each request, at any moment of the clock', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true }),
      (perMinute, now) => {
        const limit = rateLimit(perMinute);
        const left = Array.from({ length: perMinute }, () => limit.take('a', now).remaining);
        expect(left).toEqual(Array.from({ length: perMinute }, (_, i) => perMinute - 1 - i));
      },
    ),
  );
});

test('a flood of addresses takes no more memory than is set', () => {
  const limit = rateLimit(10, 1000);
  for (let i = 0; i < 20_000; i++) limit.take(`address ${i}`, i);
  expect(limit.size()).toBeLessThanOrEqual(1000);
});

test('of more addresses than are remembered, those go first whose bucket is full, then those served longest ago', () => {
  // One a second, sixty at once. The bucket of `idle` is full again after a second, that of `busy` only after a minute.
  const limit = rateLimit(60, 10);
  const isAtTheStart = (address: string, now: number): boolean => limit.take(address, now).remaining === 59;
  for (let i = 0; i < 60; i++) limit.take('busy', 0);
  for (let i = 0; i < 9; i++) limit.take(`idle ${i}`, 0);
  expect(limit.size()).toBe(10);
  limit.take('new', 2000);
  // The nine idle ones are forgotten, which takes nothing from them; the busy one is not.
  expect(limit.size()).toBe(2);
  expect(limit.take('busy', 2000)).toEqual({ isAllowed: true, remaining: 1, retryAfter: 0 });
  expect(isAtTheStart('idle 3', 2000)).toBe(true);
  // All of them busy: the one served longest ago goes, and one more, so that there is room for the next.
  const full = rateLimit(60, 10);
  for (let i = 0; i < 10; i++) for (let j = 0; j < 30; j++) full.take(`busy ${i}`, i);
  full.take('busy 0', 10);
  full.take('new', 11);
  expect(full.size()).toBe(9);
  expect(full.take('busy 0', 12).remaining).toBe(28);
  expect(full.take('busy 3', 12).remaining).toBe(29);
  expect(full.take('busy 1', 12).remaining).toBe(59);
  expect(full.take('busy 2', 12).remaining).toBe(59);
});

test('a bucket holds what a minute brings, and says when there is more', () => {
  const limit = rateLimit(60);
  for (let left = 59; left >= 0; left--)
    expect(limit.take('a', 1000)).toEqual({ isAllowed: true, remaining: left, retryAfter: 0 });
  expect(limit.take('a', 1000)).toEqual({ isAllowed: false, remaining: 0, retryAfter: 1 });
  expect(limit.take('b', 1000).remaining).toBe(59);
  expect(limit.take('a', 2000)).toEqual({ isAllowed: true, remaining: 0, retryAfter: 0 });
  const slow = rateLimit(2);
  expect(
    [slow.take('a', 0), slow.take('a', 0), slow.take('a', 10_000)].map(({ retryAfter }) => retryAfter),
  ).toEqual([0, 0, 20]);
});

test('the address is that of the socket unless a trusted proxy names another', () => {
  expect(clientAddress('203.0.113.5', '198.51.100.1', 0)).toBe('203.0.113.5');
  expect(clientAddress('127.0.0.1', 'forged, 198.51.100.1', 1)).toBe('198.51.100.1');
  expect(clientAddress('127.0.0.1', '198.51.100.1, 192.0.2.8', 2)).toBe('198.51.100.1');
  expect(clientAddress('192.0.2.1', 'no address', 1)).toBe('192.0.2.1');
  expect(clientAddress('192.0.2.1', undefined, 1)).toBe('192.0.2.1');
  expect(clientAddress('::ffff:192.0.2.1', undefined, 0)).toBe('192.0.2.1');
});

test('the addresses of one IPv6 subscriber are one', () => {
  const one = clientAddress('2001:db8:1:2:3:4:5:6', undefined, 0);
  expect(clientAddress('2001:0db8:1:2::9', undefined, 0)).toBe(one);
  expect(clientAddress('2001:db8:1:3::9', undefined, 0)).not.toBe(one);
  expect([clientAddress('::1', undefined, 0), '127.8.8.8'].every(isLoopback)).toBe(true);
});
