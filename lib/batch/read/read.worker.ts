/** A worker thread of the batch: one source a task. */
import { loadGazetteer } from '../../identify/index';
import type { ReadAnswer, ReadTask } from './answer';
import { readSource } from './read-source';

loadGazetteer();

/** Answers one task; the task `null` only says that the thread is up. */
export default async function answer(task: ReadTask | null): Promise<ReadAnswer | null> {
  return task && (await readSource(task));
}
