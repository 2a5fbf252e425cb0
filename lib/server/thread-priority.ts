/**
 * The thread that answers goes before those that compute for it. Questions to the store and compression run on threads of
 * their own; where these fill every processor, the one thread that all readers wait for gets but its share among them.
 */
import { readdir } from 'node:fs/promises';
import { setPriority } from 'node:os';

/** On Linux a thread at 5 gets a third of the time of one at 0 while both want all of it; at 10, a tenth, and pages that are made starve. */
const STEP_BACK = 5;
const THREADS = '/proc/self/task';

/**
 * Lowers the priority of every other thread of this process; threads that they start inherit it. Gives how many: 0 where
 * the system has no priorities of threads (anything but Linux).
 */
export async function letThreadsStepBack(): Promise<number> {
  // Reading the folder is itself work for the pool, so that its threads are there by now.
  const threads = (await readdir(THREADS).catch(() => [])).map(Number).filter((id) => id !== process.pid);
  let count = 0;
  for (const thread of threads) {
    try {
      setPriority(thread, STEP_BACK);
      count++;
    } catch {
      // It has ended since.
    }
  }
  return count;
}
