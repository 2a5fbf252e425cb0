/** The databases, built by `build-db` in a process of its own, so that they and the pages each have a core. */
import { z } from 'zod';
import { ended, startNode } from './child';
import type { Display } from './display';

/** What `build-db` tells the process that started it. */
export const messageSchema = z.union([
  z.object({ line: z.string() }),
  z.object({ name: z.string(), records: z.number(), expected: z.number().nullable() }),
]);
export type Message = z.infer<typeof messageSchema>;

/** Builds the databases that are out of date; the exit status of the command. */
export async function buildDatabases(display: Display): Promise<number> {
  const child = startNode(['--import', 'tsx', 'scripts/build-db.ts'], ['ignore', 'ignore', 'inherit', 'ipc']);
  child.on('message', showOn(display));
  const status = await ended(child);
  display.done('databases');
  return status;
}

/** Shows what comes on `display`, with the time left at the speed so far. */
export function showOn(display: Display): (message: unknown) => void {
  const began = new Map<string, number>();
  return (received) => {
    const message = messageSchema.parse(received);
    if ('line' in message) {
      display.say(message.line);
      return;
    }
    const { name, records, expected } = message;
    const at = began.get(name) ?? Date.now();
    began.set(name, at);
    display.show('databases', {
      doing: `${name} ${count(records)}${expected === null ? '' : ` of ${count(expected)}`} reports`,
      secondsLeft:
        expected === null || records === 0 ? null : secondsLeft(Date.now() - at, records / expected),
    });
  };
}

/** Part of the time that the reading of records takes; the tables are made of them in the rest. */
const READING = 0.75;

const secondsLeft = (elapsedMs: number, read: number): number =>
  (elapsedMs / 1000) * (1 / (read * READING) - 1);

const count = (number: number): string => number.toLocaleString('en');
