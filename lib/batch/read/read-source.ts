/** The unit of work of a worker: one source's bytes → its record or the reason for none. Every failure is an answer. */
import { DecodeError } from '../../errors';
import { ingestBytes, withoutProse } from '../../ingest';
import { answerFor, faultAnswer, type ReadAnswer, type ReadTask } from './answer';

/** Reads one source. Never throws; `isFault` marks a failure of the reader itself. */
export async function readSource({ bytes, copy }: ReadTask): Promise<ReadAnswer> {
  try {
    return answerFor(withoutProse(await ingestBytes(bytes, { path: copy.path, url: copy.url })));
  } catch (error) {
    if (error instanceof DecodeError) {
      const { found, expected, remedy } = error;
      return { kind: 'reject', found, expected, remedy, isFault: false };
    }
    return faultAnswer(error);
  }
}
