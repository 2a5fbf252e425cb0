/**
 * The loop of the commands that answer lines: NDJSON on stdin, one answer a line on stdout, in the same order. A line that
 * is no such object gives one line on stderr and the answer of nothing, so that line n stays the answer to line n; the
 * exit status is then 1. Blank lines are passed over. A reader that goes away ends the command.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { z } from 'zod';

const LINES_AT_ONCE = 500;

type Lines<T> = {
  /** What a line must be. */
  schema: z.ZodType<T>;
  /** The same in words, for the error. */
  expected: string;
  /** The answer to a line, as JSON. */
  answer: (input: T) => string;
  /** The answer, as JSON, to a line that is no such object. */
  nothing: string;
};

/** Answers every line of stdin; resolves when the last answer is written. Sets the exit status to 1 on a bad line. */
export async function answerLines<T>({ schema, expected, answer, nothing }: Lines<T>): Promise<void> {
  let out: string[] = [];
  const flush = async (): Promise<void> => {
    const text = out.join('');
    out = [];
    if (text && !process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (!line.trim()) continue;
    const input = readLine(line, schema);
    if (input.bad === undefined) out.push(`${answer(input.value)}\n`);
    else {
      console.error(`line ${number}: found ${input.bad}, expected ${expected}`);
      process.exitCode = 1;
      out.push(`${nothing}\n`);
    }
    if (out.length >= LINES_AT_ONCE) await flush();
  }
  await flush();
}

/** The parsed line, or what was found instead, in at most 60 characters. */
function readLine<T>(line: string, schema: z.ZodType<T>): { value: T; bad?: undefined } | { bad: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { bad: JSON.stringify(line.slice(0, 60)) };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : { bad: JSON.stringify(value).slice(0, 60) };
}
