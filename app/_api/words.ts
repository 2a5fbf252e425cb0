/** The document's sentences in the language of the page. */
import { OPERATIONS_ZH, PARAMETERS_ZH } from '../../lib/i18n/api-words';
import type { Language } from '../../lib/i18n/language';
import { isMessageKey, translator } from '../../lib/i18n/message';
import type { Parameter } from './document';
import type { Group } from './groups';

/** What a group of operations answers. In English the sentence of the document, without the format it names. */
export function groupText({ id, operations }: Group, language: Language): string {
  if (language === 'zh-CN') return OPERATIONS_ZH[id] ?? '';
  return (operations[0]?.summary ?? '').replace(/, as a file \(\w+\)$/, ', as a file');
}

/** What a parameter means. */
export function parameterText({ name, description = '' }: Parameter, language: Language): string {
  if (language !== 'zh-CN') return description.replaceAll('`', '');
  const key = `parameter.${name}`;
  return isMessageKey(key) ? translator(language)(key) : (PARAMETERS_ZH[name] ?? '');
}
