/** A record that cannot be stored as it is: a field the form does not have, or a count that is no whole number. */
export class RecordError extends Error {
  override name = 'RecordError';
}
