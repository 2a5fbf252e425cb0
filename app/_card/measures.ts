/** The choice of a measure on a page: one parameter, `measure`, whose default stays out of the address. */
import { CORRECTION_RATES } from '../../lib/chart/kinds/lines/rate-lines';
import { metricById } from '../../lib/metrics/registry';
import type { OwnParameters } from '../_request/page-context';
import type { CardChoices, CardRequest } from './model';

export type MeasureSet = {
  /** What a card with this choice understands in its address; nothing where there is no choice. */
  own: OwnParameters;
  /** The id of the measure chosen; the first when none is. */
  chosen: (parameters: CardRequest['parameters']) => string;
  /** Its name in the language of the page. */
  name: (request: Pick<CardRequest, 'label' | 'parameters'>) => string;
  /** Links to the other measures; null where there is no choice. */
  choices: (request: Pick<CardRequest, 't' | 'label' | 'parameters'>) => CardChoices | null;
};

/** The choice among some metrics of the registry, the first of which is the default. */
export function measureSet(ids: readonly string[]): MeasureSet {
  const hasChoice = ids.length > 1;
  const chosen: MeasureSet['chosen'] = ({ measure }) => ids.find((id) => id === measure) ?? ids[0] ?? '';
  return {
    own: hasChoice
      ? { measure: new RegExp(`^(${ids.map((id) => id.replaceAll('.', '\\.')).join('|')})$`) }
      : {},
    chosen,
    name: ({ label, parameters }) => metricById(chosen(parameters))?.[label] ?? '',
    choices: ({ t, label, parameters }) =>
      hasChoice
        ? {
            name: t('choices.measure'),
            items: ids.map((id, index) => ({
              text: metricById(id)?.[label] ?? id,
              change: { measure: index === 0 ? null : id },
              current: id === chosen(parameters),
            })),
          }
        : null,
  };
}

/** Requests have no choice: one measure. */
export const REQUEST_MEASURES = measureSet(['new_requests']);

export const DISPUTE_MEASURES = measureSet(CORRECTION_RATES);

export const DISCLOSURE_MEASURES = measureSet([
  'licensing_decisions',
  'penalty_decisions',
  'compulsory_decisions',
  'normative_documents_issued',
  'rules_issued',
  'fees_10k_yuan',
]);

export const REGION_MEASURES = measureSet([
  'disclosure_rate',
  'new_requests',
  'denial_rate',
  'unable_rate',
  'not_processed_rate',
  'carry_forward_rate',
  'review_rate',
  'litigation_rate',
  'review_correction_rate',
]);
