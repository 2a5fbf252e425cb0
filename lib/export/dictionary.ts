/** What each column of a table means: the data dictionary, in one language a file. */
import { BYTE_ORDER_MARK, csvLines } from '../csv';
import { fieldById } from '../form';
import { type Bilingual, type Expression, type Metric, metricById } from '../metrics/registry';
import { headOf } from '../query/files/report-source';
import { type ExportColumn, isNumberKind } from './format';

const HEADS: Record<keyof Bilingual, string[]> = {
  zh: ['列', '名称', '单位', '类型', '公式', '表内位置', '注意'],
  en: ['column', 'label', 'unit', 'type', 'formula', 'place on the form', 'caveat'],
};

/** The name of a column as the header of the CSV has it. */
export function headerName(column: ExportColumn, language: keyof Bilingual): string {
  const { id, unit } = headOf(column, language);
  return unit === null ? id : `${id} [${unit}]`;
}

/** One line a column: name, label, unit, type, formula, place on the form and caveat. */
export function dictionaryCsv(
  columns: readonly ExportColumn[],
  language: keyof Bilingual,
  headers: keyof Bilingual,
): string {
  const rows = columns.map((column) => {
    const metric = metricOf(column.id);
    return [
      headerName(column, headers),
      column[language],
      column.unit?.[language] ?? '',
      typeOf(column),
      metric ? formulaText(metric, column.applicants) : '',
      metric?.source[language] ?? '',
      metric?.caveat?.[language] ?? '',
    ];
  });
  return BYTE_ORDER_MARK + csvLines([HEADS[language], ...rows]);
}

/** The metric or cell behind a column, also behind its numerator, denominator and counts. */
export const metricOf = (id: string): Metric | undefined =>
  metricById(id.replace(/_(numerator|denominator|reports|missing)$/, '')) ?? metricById(id);

/** `integer`, `number` or `string`, as Frictionless and CSVW name them. */
export const typeOf = ({ kind }: ExportColumn): 'integer' | 'number' | 'string' => {
  if (!isNumberKind(kind)) return 'string';
  return kind === 'count' ? 'integer' : 'number';
};

/**
 * A formula over field ids: `(a + b) ÷ c`; alternatives for forms that print other rows are joined by `|`. Of a metric that
 * follows the applicant columns, `applicants` are those that stand in for `total`.
 */
function formulaText(metric: Metric, applicants: readonly string[] = []): string {
  if (metric.numerator.length === 0 || fieldById(metric.id)) return '';
  const columns = metric.byApplicant && applicants.length > 0 ? applicants : ['total'];
  const numerator = expressionText(metric.numerator, columns);
  return metric.denominator ? `(${numerator}) ÷ (${expressionText(metric.denominator, columns)})` : numerator;
}

function expressionText(expression: Expression, columns: readonly string[]): string {
  const cells = (id: string): string[] =>
    id.startsWith('requests.') ? columns.map((column) => id.replace(/total$/, column)) : [id];
  return expression
    .map(({ plus, minus = [] }) => {
      const taken = minus.flatMap(cells).map((id) => ` − ${id}`);
      return plus.flatMap(cells).join(' + ') + taken.join('');
    })
    .join(' | ');
}
