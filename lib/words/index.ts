/** The languages of the product: a language is its dictionary, and a line here. The first is the default. */
import type { Dictionary } from './dictionary';
import { en } from './en';
import { zhCN } from './zh-CN';

export type { MessageKey } from './dictionary';

const ALL = { 'zh-CN': zhCN, en } satisfies Record<string, Dictionary>;

export type Language = keyof typeof ALL;
export const LANGUAGES = Object.keys(ALL) as [Language, ...Language[]];

/** The dictionary of a language. */
export const dictionaryOf = (language: Language): Dictionary => ALL[language];
