/** The document's sentences in the language of the page. */
import { isMessageKey, translator } from '../../lib/i18n/message';
import { dictionaryOf, type Language } from '../../lib/words';
import type { Parameter } from './document';
import type { Group } from './groups';

/** What a group of operations answers; where the dictionary has no words the sentence of the document, without the format it names. */
export function groupText({ id, operations }: Group, language: Language): string {
  const { openapi } = dictionaryOf(language);
  if (openapi) return openapi.operations[id] ?? '';
  return (operations[0]?.summary ?? '').replace(/, as a file \(\w+\)$/, ', as a file');
}

/** What a parameter means. */
export function parameterText({ name, description = '' }: Parameter, language: Language): string {
  const { openapi } = dictionaryOf(language);
  if (!openapi) return description.replaceAll('`', '');
  const key = `parameter.${name}`;
  return isMessageKey(key) ? translator(language)(key) : (openapi.parameters[name] ?? '');
}
