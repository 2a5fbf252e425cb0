/** What the page of comparisons understands in its address beside the filters. */
import { METRICS } from '../../lib/metrics';
import type { OwnParameters } from '../_shell/page-context';

/** More columns than this cannot be read beside each other. */
export const MOST_SUBJECTS = 6;

/** Measures that are compared: all but the counts of reports and agencies, which every cell carries anyway. */
export const COMPARED = METRICS.filter((metric) => metric.kind !== 'count').map((metric) => metric.id);

/** The measure of the small multiples when none is chosen. */
export const DEFAULT_MEASURE = 'disclosure_rate';

export const COMPARE_PARAMETERS: OwnParameters = {
  with: new RegExp(`^[^,]{1,200}(,[^,]{1,200}){0,${MOST_SUBJECTS - 1}}$`),
  year: /^(19|20)\d\d$/,
  metric: new RegExp(`^(${COMPARED.join('|')})$`),
  find: /^\P{Cc}{1,80}$/u,
};
