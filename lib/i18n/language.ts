/** The two languages of the pages and how one is chosen. Chinese is the default. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `zh` or `en`: the key under which `lib/form` and `lib/metrics` keep their labels. */
export type LabelKey = 'zh' | 'en';

/** The label key of a language. */
export const labelKey = (language: Language): LabelKey => (language === 'en' ? 'en' : 'zh');

/** The language a tag such as `en-GB` or `zh-Hans` names, or null for any other. */
export function parseLanguage(tag: string | null | undefined): Language | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (primary === 'zh') return 'zh-CN';
  return primary === 'en' ? 'en' : null;
}

/**
 * The language to answer in: the explicit choice when it is one of ours, else the best of an Accept-Language
 * header (highest q first, earlier first among equals), else Chinese. Source: RFC 9110 §12.5.4.
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
  return ranked[0]?.language ?? 'zh-CN';
}
