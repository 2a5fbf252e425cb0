/** The sentence that leads a page: place, years, level, basis, and n of N reports. */
import type { MessageKey } from '../../lib/i18n/message';
import type { FilterOptions } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { filtered } from '../_request/filtered';
import { regionName } from './filter-words';
import { MixedText } from './mixed-text';
import { Rich } from './rich';

type Props = { context: PageContext; options: FilterOptions; agencies: number };

/** What is shown, what is left out with the way to count it, and the reports of the slice as CSV. */
export function SliceSentence({ context, options, agencies }: Props) {
  const { t, filters, here, language } = context;
  const { meta } = options;
  const parts = t.rich(
    'slice.sentence',
    {
      place: placeWords(context, options),
      years: yearWords(context, options),
      basis: t(`basis.${filters.basis}`),
      counted: meta.reports,
      all: meta.reports + meta.left_out,
      agencies,
    },
    { b: (text) => <b>{text}</b> },
  );
  return (
    <p>
      <Rich
        parts={parts.map((part) =>
          typeof part === 'string' ? <MixedText key={part} text={part} language={language} /> : part,
        )}
      />{' '}
      {meta.left_out > 0 && (
        <>
          {t('slice.left_out', { left_out: meta.left_out })}
          <a className="nowrap" href={here({ basis: 'all' })}>
            {t('count.show_all')}
          </a>
          {t('list.end')}
        </>
      )}
      <a className="nowrap" href={filtered('/api/v1/reports.csv', context)}>
        {t('count.csv')}
      </a>
    </p>
  );
}

/** Place, level and kind of body in words. */
function placeWords({ t, filters, label }: PageContext, options: FilterOptions): string {
  const regions = filters.region.map((code) => regionName(code, options, label) ?? code);
  const levels = filters.level.map((level) => t(`level.${level}` as MessageKey));
  const bodies = filters.body.map((body) => t(`body.${body}` as MessageKey));
  return [
    regions.length > 0 ? regions.join(t('list.and')) : t('slice.country'),
    levels.length > 0 ? levels.join(t('list.and')) : t('slice.all_levels'),
    ...(bodies.length > 0 ? [bodies.join(t('list.and'))] : []),
    ...(filters.q ? [t('filter.q_chip', { q: filters.q })] : []),
  ].join(t('list.comma'));
}

/** First to last year that has a report under the filters. */
function yearWords({ t, filters }: PageContext, options: FilterOptions): string {
  const years = options.years
    .filter((option) => option.reports > 0)
    .map((option) => Number(option.value))
    .filter(
      (year) =>
        (filters.from === null || year >= filters.from) && (filters.to === null || year <= filters.to),
    );
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return t('value.year_unknown');
  return first === last
    ? t('years.one', { year: String(first) })
    : t('years.range', { from: String(first), to: String(last) });
}
