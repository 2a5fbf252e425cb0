import fc from 'fast-check';
import { expect, test } from 'vitest';
import { semaphore } from '../../lib/server/semaphore';

/** Whether a promise has come to its end once all that is due has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}
const patient = (): AbortSignal => new AbortController().signal;

test('as many as are let in at once go in, the next waits, one more is turned away', async () => {
  const gate = semaphore(2, 1);
  const [first, second] = await Promise.all([gate.enter(patient()), gate.enter(patient())]);
  expect([typeof first, typeof second]).toEqual(['function', 'function']);
  const third = gate.enter(patient());
  expect(await isSettled(third)).toBe(false);
  expect(await gate.enter(patient())).toBeNull();
  first?.();
  expect(typeof (await third)).toBe('function');
});

test('who leaves twice makes room once', async () => {
  const gate = semaphore(1, 5);
  const leave = await gate.enter(patient());
  const [second, third] = [gate.enter(patient()), gate.enter(patient())];
  leave?.();
  leave?.();
  expect(await isSettled(second)).toBe(true);
  expect(await isSettled(third)).toBe(false);
  leave?.();
  expect(await isSettled(third)).toBe(false);
});

test('who gives up while waiting is passed over, and who has given up before is not let in', async () => {
  const gate = semaphore(1, 5);
  const leave = await gate.enter(patient());
  const away = new AbortController();
  const [second, third] = [gate.enter(away.signal), gate.enter(patient())];
  away.abort();
  expect(await second).toBeNull();
  leave?.();
  expect(await isSettled(third)).toBe(true);
  (await third)?.();
  expect(await gate.enter(AbortSignal.abort())).toBeNull();
  // To give up once inside changes nothing.
  const late = new AbortController();
  const inside = await gate.enter(late.signal);
  late.abort();
  expect(await isSettled(gate.enter(patient()))).toBe(false);
  inside?.();
});

test('whoever comes, leaves, leaves again or gives up: never more inside than is set, first come first served', async () => {
  const step = fc.oneof(
    fc.constant('come' as const),
    fc.record({ leave: fc.nat(20) }),
    fc.record({ giveUp: fc.nat(20) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(step, { maxLength: 30 }),
      async (most, steps) => {
        const gate = semaphore(most, 100);
        const callers: { controller: AbortController; leave: (() => void) | null; isInside: boolean }[] = [];
        const served: number[] = [];
        for (const each of steps) {
          if (each === 'come') {
            const number = callers.length;
            const caller = { controller: new AbortController(), leave: null, isInside: false };
            callers.push(caller);
            void gate.enter(caller.controller.signal).then((leave) => {
              if (leave) served.push(number);
              Object.assign(caller, { leave, isInside: leave !== null });
            });
          } else if ('leave' in each) {
            const caller = callers[each.leave];
            caller?.leave?.();
            if (caller) caller.isInside = false;
          } else callers[each.giveUp]?.controller.abort();
          await new Promise((resolve) => setImmediate(resolve));
          expect(callers.filter(({ isInside }) => isInside).length).toBeLessThanOrEqual(most);
        }
        expect(served).toEqual([...served].sort((a, b) => a - b));
      },
    ),
    { numRuns: 60 },
  );
});
