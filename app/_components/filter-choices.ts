/** The choices of each control of the filter bar, in the language of the page. */
import { type FilterName, filterOf } from '../../lib/filters';
import { REGION_CONTROLS } from '../../lib/filters/region-cascade';
import { formatNumber } from '../../lib/i18n/format';
import { regionNameIn } from '../../lib/i18n/province-names';
import type { FilterOptions } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { filterWords } from './filter-words';

/** `foreign`: a Chinese proper name on a page that may be English. `count` is already formatted. */
export type Choice = { value: string; text: string; count?: string; selected: boolean; foreign?: boolean };

/** The text of an option with the number of reports it would show. */
export const counted = ({ text, count }: Choice): string =>
  count === undefined ? text : `${text} (${count})`;

/** Years in the corpus, from no limit on; the other end of the range rules out what would be empty. */
export function yearChoices(
  { t, filters }: PageContext,
  options: FilterOptions,
  chosen: number | null,
  end: 'from' | 'to',
): Choice[] {
  const fits = (year: number) =>
    end === 'from'
      ? filters.to === null || year <= filters.to
      : filters.from === null || year >= filters.from;
  const known = options.years.map((option) => Number(option.value)).filter(fits);
  const years = chosen === null || known.includes(chosen) ? known : [...known, chosen].sort((a, b) => a - b);
  return [
    { value: '', text: t(end === 'from' ? 'filter.earliest' : 'filter.latest'), selected: chosen === null },
    ...years.map((year) => ({ value: String(year), text: String(year), selected: year === chosen })),
  ];
}

export type RegionControl = { name: (typeof REGION_CONTROLS)[number]; choices: Choice[] };

/**
 * One control a level of regions: the provinces, and below a choice the regions inside it. Each begins with "all" and
 * offers only what has reports.
 */
export function regionControls(
  { t, filters, language, label }: PageContext,
  options: FilterOptions,
): RegionControl[] {
  const [only = ''] = filters.region.length === 1 ? filters.region : [];
  const several = filters.region.length > 1 ? filters.region.join(',') : '';
  const lists = [options.provinces, options.prefectures, options.counties, options.townships];
  return REGION_CONTROLS.flatMap((name, index): RegionControl[] => {
    const list = lists[index] ?? [];
    const wider = only.slice(0, LENGTHS[index - 1] ?? 0);
    const chosen = index === 0 && several ? several : only.slice(0, LENGTHS[index]);
    const isChosen = index === 0 ? chosen !== '' : chosen.length > wider.length;
    // A prefecture without counties has its townships directly below.
    const above = name === 'township' && options.counties.length === 0 ? index - 2 : index - 1;
    if (index > 0 && (list.length === 0 || only.length < (LENGTHS[above] ?? 0))) return [];
    const choices = list.map(
      (option): Choice => ({
        value: option.value,
        text: regionNameIn(label, option.value, option.name ?? option.value),
        count: formatNumber(option.reports, language),
        selected: isChosen && option.value === chosen,
        foreign: true,
      }),
    );
    const all: Choice = {
      value: '',
      text: t(index === 0 ? 'region.country' : 'filter.all_of'),
      selected: !isChosen,
    };
    const text = t('filter.several', { count: filters.region.length });
    return [{ name, choices: withChosen([all, ...choices], isChosen ? chosen : '', text) }];
  });
}

/** Digits of a region prefix at each level. */
const LENGTHS = [2, 4, 6, 9];

/** A closed list of values with their counts; first the one that puts no condition. */
export function valueChoices(context: PageContext, name: FilterName, options: FilterOptions): Choice[] {
  const { t, filters, language } = context;
  const { choices, initial, valueText } = filterOf(name);
  const words = filterWords(context, options);
  const values = [filters[name]].flat().map(String);
  const chosen = values.join(',');
  const listed: { value: string; reports?: number }[] =
    choices?.counted === 'never' ? choices.values.map((value) => ({ value })) : options.choices[name];
  const made = listed.map(
    (option): Choice => ({
      // A default stays out of the address, so the form sends it as nothing.
      value: option.value === initial ? '' : option.value,
      text: valueText?.(option.value, words) ?? option.value,
      ...(option.reports === undefined ? {} : { count: formatNumber(option.reports, language) }),
      selected: option.value === chosen,
    }),
  );
  if (made.some((choice) => choice.value === '')) return made;
  const none = words.message(choices?.counted === 'never' ? choices.none : 'filter.any');
  return withChosen(
    [{ value: '', text: none, selected: chosen === '' }, ...made],
    chosen,
    t('filter.several', { count: values.length }),
  );
}

/** Keeps a choice that the list does not offer (several values, a township), so that the form does not lose it. */
function withChosen(choices: Choice[], chosen: string, text: string): Choice[] {
  if (choices.some((choice) => choice.value === chosen)) return choices;
  return [...choices, { value: chosen, text: chosen.includes(',') ? text : chosen, selected: true }];
}
