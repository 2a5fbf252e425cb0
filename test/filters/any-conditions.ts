/** Random conditions on everything that a condition can be about. */
import fc from 'fast-check';
import {
  COMPARISONS,
  type Condition,
  type ConditionGroup,
  serializeConditions,
  statesOf,
} from '../../lib/filters/conditions';
import { type Operand, operandById, PROPERTIES, REPORT_METRICS } from '../../lib/filters/operands';
import { ALL_FIELDS } from '../../lib/form';

const operands: Operand[] = [...PROPERTIES, ...REPORT_METRICS, ...ALL_FIELDS].flatMap(
  ({ id }) => operandById(id) ?? [],
);

/** Small numbers most of the time, since reports print those. */
const numbers = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -1, max: 30 }) },
  fc.constantFrom(0.05, 0.5, 2021, 2023, 1000, -0.25, 999_999_999_999_999),
);
const dates = fc.constantFrom('2020-01-31', '2021-03-31', '2024-02-29');

const conditionOn = (operand: Operand): fc.Arbitrary<Condition> =>
  fc.oneof(
    fc.record({
      operand: fc.constant(operand.id),
      comparison: fc.constantFrom(...COMPARISONS),
      value: operand.kind === 'date' ? dates : numbers,
    }),
    fc.record({
      operand: fc.constant(operand.id),
      state: fc.constantFrom(...statesOf(operand)),
      negated: fc.boolean(),
    }),
  );

export const anyCondition: fc.Arbitrary<Condition> = fc.constantFrom(...operands).chain(conditionOn);

export const anyGroup: fc.Arbitrary<ConditionGroup> = fc.array(anyCondition, { minLength: 1, maxLength: 3 });

/** As filters carry them: up to three groups, each in its one spelling. */
export const anyConditions: fc.Arbitrary<string[]> = fc
  .array(anyGroup, { maxLength: 3 })
  .map((groups) => [...new Set(groups.map(serializeConditions))]);
