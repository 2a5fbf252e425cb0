/** The choice of a measure on a page: one parameter, `measure`, whose default stays out of the address. */
import { metricById } from '../../lib/metrics/registry';
import type { CardChoices, CardRequest } from './model';
import type { OwnParameters } from '../_request/page-context';

/** What a page with these measures understands. */
export const measureParameter = (measures: readonly string[]): OwnParameters => ({
  measure: new RegExp(`^(${measures.map((id) => id.replaceAll('.', '\\.')).join('|')})$`),
});

/** The measure chosen; the first when none is. */
export const chosenMeasure = (measures: readonly string[], { measure }: CardRequest['parameters']): string =>
  measures.find((id) => id === measure) ?? measures[0] ?? '';

/** Links to the other measures; null where there is no choice. */
export function measureChoices(
  { t, label }: Pick<CardRequest, 't' | 'label'>,
  measures: readonly string[],
  current: string,
): CardChoices | null {
  if (measures.length < 2) return null;
  return {
    name: t('choices.measure'),
    items: measures.map((id, index) => ({
      text: metricById(id)?.[label] ?? id,
      change: { measure: index === 0 ? null : id },
      current: id === current,
    })),
  };
}
