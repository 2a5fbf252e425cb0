/**
 * The threads that read sources. Each task has a time limit of its own: when it is over, the thread is ended whatever
 * hangs in it, another one takes its place, and the source is a reject.
 */
import Tinypool from 'tinypool';
import { faultAnswer, type ReadAnswer, type ReadTask } from './answer';

export type Reader = {
  /** Answers a task; `isLate` where it was ended by the time limit. Takes over the task's bytes. */
  read(task: ReadTask): Promise<ReadAnswer & { isLate?: true }>;
  close(): Promise<void>;
};

/** Heap of one thread in megabytes: enough for any report seen, and no bomb can take the machine. */
const THREAD_HEAP_MB = 256;
/** Heap for what is new, which V8 otherwise lets grow; smaller keeps two threads reading PDFs under 1 GB. */
const YOUNG_HEAP_MB = 16;

/**
 * A reader with this many threads; with 0 it reads in the calling thread, where nothing can end a file that hangs.
 * `secondsLimit` is the time for one source.
 */
export async function openReader(threads: number, secondsLimit: number): Promise<Reader> {
  if (threads === 0) {
    // Loaded only here: the decoders are large, and the calling thread otherwise has no use for them.
    const { readSource } = await import('./read-source');
    return { read: readSource, close: () => Promise.resolve() };
  }
  const pool = new Tinypool({
    filename: new URL('./start-worker.mjs', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  });
  await Promise.all(Array.from({ length: threads }, () => pool.run(null)));
  const inPlace = places(threads);
  return {
    read: (task) => inPlace(() => readWithin(pool, task, secondsLimit)),
    close: () => pool.destroy(),
  };
}

/** Lets at most `count` tasks run; others wait outside the pool, so that waiting does not count against their time. */
function places(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

async function readWithin(
  pool: Tinypool,
  task: ReadTask,
  seconds: number,
): Promise<ReadAnswer & { isLate?: true }> {
  const bytes = new Uint8Array(task.bytes); // its own memory, so that it can be handed over whole
  try {
    return (await pool.run(
      { ...task, bytes },
      { transferList: [bytes.buffer], signal: AbortSignal.timeout(seconds * 1000) },
    )) as ReadAnswer;
  } catch (error) {
    if ((error as Error).name !== 'AbortError') return faultAnswer(error);
    return {
      kind: 'reject',
      found: `a file that takes longer than ${seconds} s to read`,
      expected: 'a report of ordinary size',
      remedy: 'give it more time with --time-limit, or give the report alone',
      isFault: false,
      isLate: true,
    };
  }
}
