/** What a language must bring: every message, and what is particular to its writing. */
import type { messages } from './zh-CN/messages';

export type MessageKey = keyof typeof messages;

export type Dictionary = {
  /** The language's name for itself, as a reader of another language is offered it. */
  name: string;
  /** Locale by which dates are written. */
  locale: string;
  /** Units in which charts write large counts, the largest first; its prefix is a message. */
  countScales: readonly { divisor: number; prefix: MessageKey }[];
  /** Whether headline figures are written in those units too. */
  scalesHeadlines: boolean;
  /** ICU messages. */
  messages: Readonly<Record<MessageKey, string>>;
  /** Names of provinces by the first two digits of their code; left out, they are the Chinese ones. */
  provinces?: Readonly<Record<string, string>>;
  /** Sentences of the OpenAPI document by group of operations and by parameter; left out, they are the document's. */
  openapi?: {
    operations: Readonly<Record<string, string>>;
    parameters: Readonly<Record<string, string>>;
  };
};
