/**
 * Answers are kept while their corpus is served: the same question to the same version has the same answer. Kept by
 * corpus, version and question, the least used ones leave first.
 */
import { LRUCache } from 'lru-cache';
import { corpusManifest } from '../store/connect';
import type { Corpus } from '../store/corpora';

/** Characters of JSON that all kept answers together may have, and one of them alone. */
const MOST_CHARACTERS = 8_000_000;
const LARGEST_ANSWER = 1_000_000;

type Kept = { answer: object | null };
const holder = globalThis as typeof globalThis & { ogiAnswers?: LRUCache<string, Kept> };
const answers = (): LRUCache<string, Kept> => {
  holder.ogiAnswers ??= new LRUCache({ maxSize: MOST_CHARACTERS, maxEntrySize: LARGEST_ANSWER });
  return holder.ogiAnswers;
};

/**
 * The answer to `question` (any JSON, told apart from other kinds of question by `kind`): a kept one, else what `ask`
 * gives. It is frozen, because the next one who asks gets the same object. What `ask` throws is thrown and not kept.
 */
export async function cachedQuery<T extends object | null>(
  corpus: Corpus,
  kind: string,
  question: unknown,
  ask: () => Promise<T>,
): Promise<T> {
  const { corpus_version } = await corpusManifest(corpus);
  const key = `${corpus.file} ${corpus_version} ${kind} ${JSON.stringify(question)}`;
  const kept = answers().get(key);
  if (kept) return kept.answer as T;
  const answer = await ask();
  if (answer) freeze(answer);
  // A database that was replaced meanwhile may have given this answer under the name of the one before.
  const now = await corpusManifest(corpus);
  if (now.corpus_version === corpus_version)
    answers().set(key, { answer }, { size: JSON.stringify(answer).length });
  return answer;
}

/** Forgets every kept answer: for measuring what it takes to find one. */
export function clearQueryCache(): void {
  answers().clear();
}

function freeze(value: object): void {
  for (const part of Object.values(value) as unknown[])
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) freeze(part);
  Object.freeze(value);
}
