/**
 * Uploaded files → records, in a thread of their own. A file that takes too long, or too much memory, ends its thread;
 * the next file gets a new one. Nothing is written anywhere.
 */
import { Worker } from 'node:worker_threads';
import { setting } from '../settings';
import { log } from '../telemetry/log';
import { UPLOAD_BOUNDS } from './bounds';
import type { ReadOutcome, RejectReason, UploadedFile } from './outcome';
import type { ThreadAnswer, ThreadTask } from './read.worker';
import { rejectOf } from './reject';

/** Heap of the thread in megabytes: enough for any report seen, and no bomb can take the machine. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };
/** Time that the thread gets to come up, in ms. */
const START_MS = 30_000;

/**
 * The outcomes in the order of the files; a file is cut off after UPLOAD_SECONDS, the whole after three times as much.
 * Rejects with the signal's reason when the client leaves.
 */
export async function readUploads(
  files: readonly UploadedFile[],
  signal: AbortSignal,
): Promise<ReadOutcome[]> {
  const perFile = setting('UPLOAD_SECONDS') * 1000;
  const end = performance.now() + perFile * 3;
  const outcomes: ReadOutcome[] = [];
  let thread: Thread | null = null;
  try {
    for (const file of files) {
      const most = UPLOAD_BOUNDS.reports - outcomes.length;
      const left = Math.min(perFile, end - performance.now());
      const bound = boundReached(file, most, left);
      if (bound) {
        outcomes.push(reject(file.name, bound));
        continue;
      }
      thread ??= await startThread(signal);
      const { isOver, read } = await readOne(thread, { ...file, most }, left);
      outcomes.push(...read);
      signal.throwIfAborted();
      if (!isOver) continue;
      await thread.stop();
      thread = null;
    }
    return outcomes;
  } finally {
    await thread?.stop();
  }
}

function boundReached({ bytes }: UploadedFile, most: number, milliseconds: number): RejectReason | null {
  if (most <= 0) return 'count_bound';
  if (milliseconds <= 0) return 'late';
  return bytes.length > UPLOAD_BOUNDS.fileBytes ? 'file_bound' : null;
}

const reject = (name: string, why: RejectReason): ReadOutcome => ({
  kind: 'reject',
  name,
  why,
  detail: null,
});

type Thread = { answers: Answers; give: (task: ThreadTask) => void; stop: () => Promise<void> };

async function startThread(signal: AbortSignal): Promise<Thread> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { resourceLimits: HEAP });
  const answers = listen(worker);
  const leave = (): void => void worker.terminate();
  signal.addEventListener('abort', leave, { once: true });
  const stop = async (): Promise<void> => {
    signal.removeEventListener('abort', leave);
    await worker.terminate();
  };
  const up = await answers(START_MS);
  if (up.kind === 'answer') return { answers, give: (task) => worker.postMessage(task), stop };
  await stop();
  throw up.kind === 'failed' ? up.error : new Error('the reading thread did not come up');
}

/** What the thread said of one file. `isOver`: the thread is of no more use. */
async function readOne(
  { answers, give }: Thread,
  task: ThreadTask,
  milliseconds: number,
): Promise<{ isOver: boolean; read: ReadOutcome[] }> {
  const read: ReadOutcome[] = [];
  const end = performance.now() + milliseconds;
  give(task);
  for (;;) {
    const next = await answers(end - performance.now());
    if (next.kind === 'late') return { isOver: true, read: [...read, reject(task.name, 'late')] };
    if (next.kind === 'failed')
      return { isOver: true, read: [...read, shown(rejectOf(task.name, next.error))] };
    if (next.answer === 'done') return { isOver: false, read };
    if (next.answer !== 'up') read.push(shown(next.answer));
  }
}

/** A fault of our own goes to the log, not to the visitor. */
function shown(outcome: ReadOutcome): ReadOutcome {
  if (outcome.kind === 'record' || outcome.why !== 'fault') return outcome;
  log().error(`an uploaded file could not be read: ${outcome.detail}`);
  return { ...outcome, detail: null };
}

type Next = { kind: 'answer'; answer: ThreadAnswer } | { kind: 'failed'; error: unknown } | { kind: 'late' };
/** The next thing that the thread says, or `late` when it says nothing for so many milliseconds. */
type Answers = (milliseconds: number) => Promise<Next>;

/** Hears everything from now on: what nobody waits for yet is kept in order. */
function listen(worker: Worker): Answers {
  const heard: Next[] = [];
  let wake: () => void = () => undefined;
  const hear = (next: Next): void => {
    heard.push(next);
    wake();
  };
  worker.on('message', (answer: ThreadAnswer) => hear({ kind: 'answer', answer }));
  worker.on('error', (error) => hear({ kind: 'failed', error }));
  worker.on('exit', () => hear({ kind: 'failed', error: new Error('the reading thread ended') }));
  return async (milliseconds) => {
    if (heard.length === 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, milliseconds));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    return heard.shift() ?? { kind: 'late' };
  };
}
