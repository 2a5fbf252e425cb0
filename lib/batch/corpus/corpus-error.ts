/** A corpus folder that cannot be used: what was found there, what was expected. Ends a run; what was done stays. */
export class CorpusError extends Error {
  override name = 'CorpusError';
  constructor(place: string, found: string, expected: string, options?: ErrorOptions) {
    super(`${place}: found ${found}, expected ${expected}`, options);
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A failed write in the words of a person; the original error is its cause. */
export function writeError(place: string, error: unknown): CorpusError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const found = FULL.has(code)
    ? 'no space left on the disk'
    : code === 'EROFS' || code === 'EACCES' || code === 'EPERM'
      ? 'a folder that may not be written'
      : (error as Error).message;
  const expected = FULL.has(code)
    ? 'room for the records; make room and run the same command again'
    : 'a folder for the records';
  return new CorpusError(place, found, expected, { cause: error });
}
