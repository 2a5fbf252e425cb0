/** An address from which nothing was taken: what was found, what was expected, and whether it is worth another try. */
export class FetchError extends Error {
  override name = 'Refusal';
  constructor(
    readonly found: string,
    readonly expected: string,
    readonly isPassing = false,
    /** Seconds after which the server asks to be tried again. */
    readonly retryAfter: number | null = null,
    options?: ErrorOptions,
  ) {
    super(`found ${found}, expected ${expected}`, options);
  }
}

const CODES: Record<string, [string, boolean]> = {
  ENOTFOUND: ['a host that does not exist', false],
  EAI_AGAIN: ['no answer to the name of the host', true],
  ECONNREFUSED: ['a host that refuses connections', true],
  ECONNRESET: ['a connection that broke off', true],
  EPIPE: ['a connection that broke off', true],
  ETIMEDOUT: ['no answer', true],
  EHOSTUNREACH: ['a host out of reach', true],
  ENETUNREACH: ['a network out of reach', true],
  ABORT_ERR: ['no whole answer in time', true],
  TimeoutError: ['no whole answer in time', true],
};

/** Any failure of a request as a refusal; one that is a refusal already comes back as it is. */
export function refusalOf(error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  const { code, name, message, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (cause instanceof FetchError) return cause;
  const [found, isPassing] = CODES[code ?? ''] ?? CODES[name] ?? [message || 'an unknown failure', true];
  return new FetchError(found, 'the page', isPassing, null, { cause: error });
}
