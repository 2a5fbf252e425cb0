/** What the page of comparisons understands in its address beside the filters. */
import { METRICS } from '../../lib/metrics/registry';
import type { OwnParameters } from '../_request/page-context';
import type { Parameters } from '../_request/parameters';

/** More columns than this cannot be read beside each other. */
export const MOST_SUBJECTS = 6;

/** Measures that are compared: all but the counts of reports and agencies, which every cell carries anyway. */
export const COMPARED = METRICS.filter((metric) => metric.kind !== 'count').map((metric) => metric.id);

/** The measure of the small multiples when none is chosen. */
const DEFAULT_MEASURE = 'disclosure_rate';

/** What chooses the subjects and the measure of the small multiples. */
export const PANELS_PARAMETERS: OwnParameters = {
  with: new RegExp(`^[^,]{1,200}(,[^,]{1,200}){0,${MOST_SUBJECTS - 1}}$`),
  metric: new RegExp(`^(${COMPARED.join('|')})$`),
};

export const COMPARE_PARAMETERS: OwnParameters = {
  ...PANELS_PARAMETERS,
  year: /^(19|20)\d\d$/,
  find: /^\P{Cc}{1,80}$/u,
};

/** The measure of the small multiples. */
export const chosenMeasure = ({ metric }: Parameters): string => metric ?? DEFAULT_MEASURE;
