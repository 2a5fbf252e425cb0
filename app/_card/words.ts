/** Messages of a card begin with its id: `cards.<id>.title`, `.subtitle`, `.summary`. */
import type { MessageKey } from '../../lib/i18n/message';

/** The ids of cards that have a message of their own for a part. */
export type IdWith<Part extends string> =
  Extract<MessageKey, `cards.${string}.${Part}`> extends infer Key
    ? Key extends `cards.${infer Id}.${Part}`
      ? Id
      : never
    : never;
