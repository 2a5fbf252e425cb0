/** What we throw. Everything else that goes wrong is an issue or a finding; anything else thrown is a bug. */

/** A file that cannot be read as a report. The message is one line: what was found, what was expected. */
export class DecodeError extends Error {
  override name = 'DecodeError';
  constructor(
    readonly found: string,
    readonly expected: string,
    readonly remedy = '',
    options?: ErrorOptions,
  ) {
    super(`found ${found}, expected ${expected}`, options);
  }
}

/** A parameter of a request that cannot be understood: 400 on the API, a notice on a page. */
export class FilterError extends Error {
  override name = 'FilterError';
  constructor(
    readonly parameter: string,
    readonly value: string,
    readonly expected: string,
  ) {
    super(`${parameter}=${value}: expected ${expected}`);
  }
}
