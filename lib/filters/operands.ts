/** What a condition can be about: every cell of the form, every metric of one report, and what the report says of itself. */
import { type Field, fieldById, fieldLabel } from '../form';
import { type Bilingual, fieldUnit, type Metric, METRICS } from '../metrics/registry';

/** `field` or `metric` is set when the operand is a cell or a calculation; neither for the report's own properties. */
export type Operand = Bilingual & {
  id: string;
  kind: 'number' | 'date';
  unit: Bilingual | null;
  field: Field | null;
  metric: Metric | null;
};

const property = (id: string, kind: Operand['kind'], zh: string, en: string): Operand => ({
  id,
  kind,
  zh,
  en,
  unit: null,
  field: null,
  metric: null,
});

/** What a report says of itself, and how much the reading and the checks found. */
export const PROPERTIES = [
  property('year', 'number', '年份', 'Year'),
  property('published', 'date', '发布日期', 'Published'),
  property('issues', 'number', '读取问题数', 'Reading issues'),
  property('findings', 'number', '内容疑点数', 'Findings'),
] as const;

/** The metrics that one report has: all but the counts of reports and agencies. */
export const REPORT_METRICS: readonly Metric[] = METRICS.filter((metric) => metric.kind !== 'count');

/**
 * The operand with this id, undefined when there is none. A metric is that of the report as a whole (column `total`),
 * whatever applicant column is chosen; a cell of one column is named by its field id.
 */
export function operandById(id: string): Operand | undefined {
  const known = PROPERTIES.find((each) => each.id === id);
  if (known) return known;
  const field = fieldById(id);
  if (field)
    return {
      id,
      kind: 'number',
      zh: fieldLabel(id, 'zh'),
      en: fieldLabel(id, 'en'),
      unit: fieldUnit(id),
      field,
      metric: null,
    };
  const metric = REPORT_METRICS.find((each) => each.id === id);
  if (!metric) return undefined;
  const { zh, en, unit } = metric;
  return { id, kind: 'number', zh, en, unit, field: null, metric };
}
