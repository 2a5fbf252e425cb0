/** One chip for each choice that is set; its × takes that choice away and leaves the rest. */
import { REQUEST_COLUMNS } from '../../lib/form';
import { conditionText } from '../../lib/i18n/condition-text';
import type { LabelKey } from '../../lib/i18n/language';
import type { MessageKey } from '../../lib/i18n/message';
import { regionNameIn } from '../../lib/i18n/province-names';
import type { FilterOptions } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { MixedText } from './mixed-text';

export type Chip = { name: string; text: string; foreign: boolean; without: Record<string, string | null> };

/** What is set, in the order of the bar, each with the change of address that takes it away. */
export function setFilters(
  context: Pick<PageContext, 't' | 'filters' | 'label' | 'language'>,
  options: FilterOptions,
): Chip[] {
  const { t, filters, label } = context;
  const chips: Chip[] = [];
  const add = (name: string, text: string, without: Record<string, string | null>, foreign = false) =>
    chips.push({ name, text, without, foreign });
  const eachOf = (
    name: 'region' | 'level' | 'body' | 'form' | 'agency' | 'applicant' | 'where',
    textOf: (value: string) => string,
  ) => {
    const values: readonly string[] = filters[name];
    for (const value of values)
      add(
        name,
        textOf(value),
        { [name]: values.filter((other) => other !== value).join(',') || null },
        name === 'region' || name === 'agency',
      );
  };
  if (filters.from !== null || filters.to !== null)
    add('years', yearsText(context), { from: null, to: null });
  eachOf('region', (value) => regionName(value, options, label) ?? value);
  eachOf('level', (value) => t(`level.${value}` as MessageKey));
  eachOf('body', (value) => t(`body.${value}` as MessageKey));
  eachOf('form', (value) => t('form.version', { form: value }));
  eachOf('agency', (value) => value);
  eachOf('applicant', (value) => REQUEST_COLUMNS.find((column) => column.id === value)?.[label] ?? value);
  eachOf('where', (value) => conditionText(value, context.language));
  if (filters.basis !== 'deduplicated') add('basis', t(`basis.${filters.basis}`), { basis: null });
  if (filters.findings !== 'any') add('findings', t(`findings.${filters.findings}`), { findings: null });
  if (filters.q !== '') add('q', t('filter.q_chip', { q: filters.q }), { q: null }, true);
  return chips;
}

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

/** The chosen years in words. */
export function yearsText({ t, filters: { from, to } }: Pick<PageContext, 't' | 'filters'>): string {
  if (from !== null && to !== null && from !== to)
    return t('years.range', { from: String(from), to: String(to) });
  if (from !== null && to !== null) return t('years.one', { year: String(from) });
  return from !== null ? t('years.since', { year: String(from) }) : t('years.until', { year: String(to) });
}

/** Name of a region that the options know, or null; in English for a province. */
export function regionName(code: string, options: FilterOptions, label: LabelKey): string | null {
  const known = [...options.provinces, ...options.prefectures, ...options.counties, ...options.townships];
  const name = known.find((option) => option.value === code)?.name ?? null;
  return name === null ? null : regionNameIn(label, code, name);
}
