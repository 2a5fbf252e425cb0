/** Nothing fits the filters: which ones are set, and the ways out. */
import type { FilterOptions } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { setFilters } from './filter-chips';
import { MixedText } from './mixed-text';

/** Names the filters that are set, each with the way to drop it. */
export function EmptyResult({ context, options }: { context: PageContext; options: FilterOptions }) {
  const { t, here } = context;
  const chips = setFilters(context, options);
  const all = Object.fromEntries(
    chips.flatMap((chip) => Object.keys(chip.without)).map((name) => [name, null]),
  );
  return (
    <section className="empty" aria-label={t('empty.title')}>
      <p>
        <b>{t('empty.title')}</b> {chips.length > 0 ? t('empty.filters') : t('empty.corpus')}
      </p>
      {chips.length > 0 && (
        <ul>
          {chips.map((chip) => (
            <li key={`${chip.name}${chip.text}`}>
              <a href={here(chip.without)}>
                <MixedText text={t('empty.drop', { what: chip.text })} language={context.language} />
              </a>
            </li>
          ))}
          <li>
            <a href={here(all)}>{t('filter.clear')}</a>
          </li>
        </ul>
      )}
    </section>
  );
}
