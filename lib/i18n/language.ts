/** How the language of an answer is chosen, and how an address names it. */
import { type Language, LANGUAGES } from '../words';

export { type Language, LANGUAGES };

const DEFAULT_LANGUAGE = LANGUAGES[0];

type Primary<Tag extends string> = Tag extends `${infer Subtag}-${string}` ? Subtag : Tag;

/** `zh` or `en`: the key under which `lib/form` and `lib/metrics` keep their labels. */
export type LabelKey = Primary<Language>;

/** The label key of a language: the first part of its tag. */
export const labelKey = (language: Language): LabelKey => language.split('-')[0] as LabelKey;

/** The label key that files and addresses mean where they name no language. */
export const DEFAULT_LABEL = labelKey(DEFAULT_LANGUAGE);

/** The `lang` of an address in this language; null for the default, which addresses leave out. */
export const languageParameter = (language: Language): LabelKey | null =>
  language === DEFAULT_LANGUAGE ? null : labelKey(language);

/** Tags that `parseLanguage` knows: `zh`, `zh-CN`, `en-GB`. */
export const LANGUAGE_TAG = new RegExp(`^(${LANGUAGES.map(labelKey).join('|')})([-_].*)?$`, 'i');

/** The language a tag such as `en-GB` or `zh-Hans` names, or null for any other. */
export function parseLanguage(tag: string | null | undefined): Language | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => labelKey(language) === primary) ?? null;
}

/**
 * The language to answer in: the explicit choice when it is one of ours, else the best of an Accept-Language
 * header (highest q first, earlier first among equals), else the default. Source: RFC 9110 §12.5.4.
 */
export function negotiateLanguage(chosen: string | null | undefined, accept: string | null): Language {
  const explicit = parseLanguage(chosen);
  if (explicit) return explicit;
  const ranked = (accept ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.split(';');
      const q = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
      return { language: parseLanguage(tag), q: q === undefined ? 1 : Number(q), index };
    })
    .filter((each) => each.language !== null && each.q > 0)
    .sort((a, b) => b.q - a.q || a.index - b.index);
  return ranked[0]?.language ?? DEFAULT_LANGUAGE;
}
