/**
 * The thread that reads what was uploaded: one file a message, the reports in it one answer each, then `done`. It can
 * be ended at any moment, whatever hangs in it, and keeps nothing.
 */
import { parentPort } from 'node:worker_threads';
import { archiveMembers, kindOf } from '../decode';
import { loadGazetteer } from '../identify';
import { ingestBytes } from '../ingest';
import { rejectOf } from './reject';
import type { ReadOutcome, UploadedFile } from './outcome';

/** `most`: reports that may still be read. */
export type ThreadTask = UploadedFile & { most: number };
export type ThreadAnswer = 'up' | 'done' | ReadOutcome;

const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (task: ThreadTask) => void readAll(task));
loadGazetteer();
tell('up');

async function readAll({ most, ...file }: ThreadTask): Promise<void> {
  let read = 0;
  for await (const outcome of readFile(file)) {
    read += 1;
    if (read > most) {
      tell({ kind: 'reject', name: file.name, why: 'count_bound', detail: null });
      break;
    }
    tell(outcome);
  }
  tell('done');
}

async function* readFile({ name, bytes }: UploadedFile): AsyncGenerator<ReadOutcome> {
  if (kindOf(bytes, name).family !== 'archive') {
    yield await readOne({ name, bytes });
    return;
  }
  try {
    for await (const member of archiveMembers(bytes, name))
      yield* readFile({ name: `${name}!${member.name}`, bytes: member.bytes });
  } catch (error) {
    yield rejectOf(name, error);
  }
}

async function readOne({ name, bytes }: UploadedFile): Promise<ReadOutcome> {
  const begun = performance.now();
  try {
    const record = await ingestBytes(bytes, { path: name, url: null });
    return { kind: 'record', name, milliseconds: performance.now() - begun, record };
  } catch (error) {
    return rejectOf(name, error);
  }
}
