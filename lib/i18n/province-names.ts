/** Names of regions, which are Chinese unless a dictionary has others. */
import { dictionaryOf, LANGUAGES } from '../words';
import { type LabelKey, labelKey } from './language';

/** The name of a region in the language of the page: of a province that of its dictionary, else the one given. */
export function regionNameIn(label: LabelKey, code: string, name: string): string {
  const language = LANGUAGES.find((each) => labelKey(each) === label) ?? LANGUAGES[0];
  return dictionaryOf(language).provinces?.[code] ?? name;
}

/** `zh-CN` for a name that is written in Chinese, so that it is spoken and set right; else nothing. */
export const languageOfName = (name: string): 'zh-CN' | undefined =>
  /\p{Script=Han}/u.test(name) ? 'zh-CN' : undefined;
