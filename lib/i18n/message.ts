/** Messages in the language of the page, with plurals and numbers by its rules (ICU message syntax). */
import { IntlMessageFormat } from 'intl-messageformat';
import { dictionaryOf, type Language, LANGUAGES, type MessageKey } from '../words';

export type { MessageKey };
type Plain = string | number;

/**
 * A translator: `t(key, values)` gives text; `t.rich(key, values, tags)` gives its pieces in order, each `<tag>text</tag>`
 * of the message made by the function of that name.
 */
export type Translate = {
  (key: MessageKey, values?: Record<string, Plain>): string;
  rich<T>(
    key: MessageKey,
    values: Record<string, Plain>,
    tags: Record<string, (text: string) => T>,
  ): (string | T)[];
};

/** Most messages are plain text: those need no formatting. */
const isPlain = (text: string): boolean => !/[{}<>']/.test(text);

const compiled = new Map<string, IntlMessageFormat>();

function message(language: Language, key: MessageKey): IntlMessageFormat {
  const id = `${language} ${key}`;
  const known = compiled.get(id);
  if (known) return known;
  const made = new IntlMessageFormat(dictionaryOf(language).messages[key], language);
  compiled.set(id, made);
  return made;
}

/** The translator of a language. Throws when a value that the message names is not given. */
export function translator(language: Language): Translate {
  const t = (key: MessageKey, values?: Record<string, Plain>) => {
    const text = dictionaryOf(language).messages[key];
    return isPlain(text) ? text : String(message(language, key).format<string>(values));
  };
  const rich: Translate['rich'] = <T>(
    key: MessageKey,
    values: Record<string, Plain>,
    tags: Record<string, (text: string) => T>,
  ) => {
    const makers = Object.entries(tags).map(
      ([name, make]) => [name, (parts: (string | T)[]) => make(parts.join(''))] as const,
    );
    const made = message(language, key).format<T>({ ...values, ...Object.fromEntries(makers) });
    return Array.isArray(made) ? made : [made];
  };
  return Object.assign(t, { rich });
}

/** Whether a text is the key of a message. */
export const isMessageKey = (key: string): key is MessageKey =>
  Object.hasOwn(dictionaryOf(LANGUAGES[0]).messages, key);
