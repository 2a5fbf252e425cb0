/** One chip for each choice that is set; its × takes that choice away and leaves the rest. */
import type { Chip } from '../../lib/filters/filter';
import { filterChips } from '../../lib/filters/chips';
import type { FilterOptions } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { filterWords } from './filter-words';
import { MixedText } from './mixed-text';

/** What is set, in the order of the bar, each with the change of address that takes it away. */
export const setFilters = (
  context: Pick<PageContext, 't' | 'filters' | 'label' | 'language'>,
  options: FilterOptions,
): Chip[] => filterChips(context.filters, filterWords(context, options));

/** The chips with their remove links, or nothing when no filter is set. */
export function FilterChips({ context, options }: { context: PageContext; options: FilterOptions }) {
  const { t, here } = context;
  const chips = setFilters(context, options);
  if (chips.length === 0) return null;
  const all = Object.fromEntries(
    chips.flatMap((chip) => Object.keys(chip.without)).map((name) => [name, null]),
  );
  return (
    <div className="chips">
      <span className="muted">{t('filter.chosen')}</span>
      {chips.map((chip) => (
        <a key={`${chip.name}${chip.text}`} className="chip" href={here(chip.without)}>
          <span className="visually-hidden">{t('filter.remove')}</span>
          {chip.foreign ? <MixedText text={chip.text} language={context.language} /> : chip.text}
          <span aria-hidden="true" className="muted">
            ×
          </span>
        </a>
      ))}
      <a className="nowrap" href={here(all)}>
        {t('filter.clear')}
      </a>
    </div>
  );
}
