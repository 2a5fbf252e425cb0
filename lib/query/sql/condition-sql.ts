/** Conditions (lib/filters/conditions) → SQL over a row of reports. Names come from closed lists, values are bound. */
import { FilterError } from '../../errors';
import { type Condition, parseConditions } from '../../filters/conditions';
import { type Operand, operandById } from '../../filters/operands';
import type { Field } from '../../form/index';
import { columnOf } from '../../store/sql/columns';
import type { Dialect } from '../../store/engine/dialect';
import { reportValueSql } from '../../store/sql/metric-sql';

type Bind = (value: string | number) => string;

/** SQL that is true for the reports in which one alternative of the group holds. Throws FilterError on a bad text. */
export function whereSql(text: string, bind: Bind, dialect: Dialect): string {
  const parsed = parseConditions(text);
  if (!parsed.ok)
    throw new FilterError('where', text, `${parsed.problem.expected} (character ${parsed.problem.at})`);
  return `(${parsed.value.map((condition) => conditionSql(condition, bind, dialect)).join(' OR ')})`;
}

function conditionSql(condition: Condition, bind: Bind, dialect: Dialect): string {
  const operand = operandById(condition.operand);
  if (!operand) throw new FilterError('where', condition.operand, 'a field or metric id');
  if ('comparison' in condition)
    return holdsSql(
      operand,
      (value) => `${value} ${condition.comparison} ${boundValue(condition.value, bind, dialect)}`,
    );
  const state = stateSql(operand, condition.state);
  return condition.negated ? `NOT ${state}` : state;
}

const boundValue = (value: string | number, bind: Bind, dialect: Dialect): string =>
  typeof value === 'number' ? bind(value) : dialect.date(bind(value));

/** SQL that is true where the operand has a value and the test holds for it, false elsewhere. */
function holdsSql({ id, field, metric }: Operand, test: (value: string) => string): string {
  if (field && isOfOneApplicant(field)) return `(${inApplicants(field, test(`"${field.row}"`))})`;
  const value = field ? `reports.${columnOf(id)}` : metric ? reportValueSql(metric) : `reports.${id}`;
  return `coalesce(${test(value)}, false)`;
}

/** Whether a value is there is told by the value itself; why one is not there only by the cell. */
function stateSql(operand: Operand, state: string): string {
  if (state === 'number') return holdsSql(operand, (value) => `${value} IS NOT NULL`);
  if (state === 'missing') return `NOT ${holdsSql(operand, (value) => `${value} IS NOT NULL`)}`;
  return `(reports.report_no IN (
    SELECT report_no FROM cells WHERE field = '${operand.id}' AND state = '${state}'))`;
}

const isOfOneApplicant = (field: Field): boolean => field.table === 'requests' && field.column !== 'total';

const inApplicants = ({ column }: Field, test: string): string => `reports.report_no IN (
    SELECT report_no FROM requests WHERE applicant = '${column}' AND ${test})`;
