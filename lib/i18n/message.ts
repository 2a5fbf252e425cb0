/** Messages in the language of the page, with plurals and numbers by its rules (ICU message syntax). */
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en';
import type { Language } from './language';
import { zhCN } from './zh-CN';

export type MessageKey = keyof typeof zhCN;
type Plain = string | number;

/** A translator: `t(key, values)` gives text; `t.rich` gives its pieces, each `<tag>` made by the function of that name. */
export type Translate = {
  (key: MessageKey, values?: Record<string, Plain>): string;
  rich<T>(
    key: MessageKey,
    values: Record<string, Plain | T | ((parts: (string | T)[]) => T)>,
  ): (string | T)[];
};

const DICTIONARY: Record<Language, Record<MessageKey, string>> = { 'zh-CN': zhCN, en };
const compiled = new Map<string, IntlMessageFormat>();

function message(language: Language, key: MessageKey): IntlMessageFormat {
  const id = `${language} ${key}`;
  const known = compiled.get(id);
  if (known) return known;
  const made = new IntlMessageFormat(DICTIONARY[language][key], language);
  compiled.set(id, made);
  return made;
}

/** The translator of a language. Throws when a value that the message names is not given. */
export function translator(language: Language): Translate {
  const t = (key: MessageKey, values?: Record<string, Plain>) =>
    String(message(language, key).format<string>(values));
  const rich: Translate['rich'] = <T>(
    key: MessageKey,
    values: Record<string, Plain | T | ((parts: (string | T)[]) => T)>,
  ) => {
    const made = message(language, key).format<T>(
      values as Parameters<IntlMessageFormat['format']>[0] as never,
    );
    return (Array.isArray(made) ? made : [made]) as (string | T)[];
  };
  return Object.assign(t, { rich });
}

/** Whether a text is the key of a message. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(zhCN, key);
