/** What filters need to speak of their values in the language of a page. */
import type { FilterWords } from '../../lib/filters/filter';
import { conditionText } from '../../lib/i18n/condition-text';
import type { LabelKey } from '../../lib/i18n/language';
import { isMessageKey } from '../../lib/i18n/message';
import { regionNameIn } from '../../lib/i18n/province-names';
import type { FilterOptions } from '../../lib/query';
import type { PageContext } from '../_request/page-context';

/** The words of a page; regions are named as far as the options know them. */
export function filterWords(
  { t, label, language }: Pick<PageContext, 't' | 'label' | 'language'>,
  options: FilterOptions,
): FilterWords {
  return {
    label,
    message(key, values) {
      if (!isMessageKey(key)) throw new Error(`no message ${key}: a filter needs it in the dictionaries`);
      return t(key, values);
    },
    regionName: (prefix) => regionName(prefix, options, label) ?? prefix,
    condition: (group) => conditionText(group, language),
  };
}

/** Name of a region that the options know, or null; in English for a province. */
export function regionName(code: string, options: FilterOptions, label: LabelKey): string | null {
  const known = [...options.provinces, ...options.prefectures, ...options.counties, ...options.townships];
  const name = known.find((option) => option.value === code)?.name ?? null;
  return name === null ? null : regionNameIn(label, code, name);
}
