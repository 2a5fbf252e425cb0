/**
 * The condition language: what a report must print to be in the slice, as text in the parameter `where`.
 *
 *     where=requests.denied_state_secret.total>=1,disclosure_rate<0.5|requests.granted.total:blank
 *
 * Groups are separated by commas (or by repeating the parameter) and must all hold; of the alternatives of a group,
 * separated by `|`, one must hold. An alternative compares a number (`= != < <= > >=`) or asks for the state of a cell
 * (`:blank`, `:!blank` …). No zod and no SQL here, so client code may import this module.
 */
import { CELL_STATES } from '../form';
import { type Operand, operandById } from './operands';

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What a cell can be asked for; `missing`: the report gives no number here, for whatever reason. */
export const CONDITION_STATES = [...CELL_STATES, 'missing'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** A comparison holds for reports that give a number; a report without one never fits, not even `!=`. */
export type CompareCondition = { operand: string; comparison: Comparison; value: number | string };

/** `negated` turns the answer round for every report, so `:!blank` also holds where the form does not ask. */
export type StateCondition = { operand: string; state: ConditionState; negated: boolean };

export type Condition = CompareCondition | StateCondition;

/** Alternatives of which one must hold. */
export type ConditionGroup = Condition[];

/** What is wrong with a condition: at which character (from 1), what stands there, what may. */
export type ConditionProblem = { at: number; found: string; expected: string };

/** More conditions than this in one address are refused: each may read a whole column. */
export const MOST_CONDITIONS = 100;

type Parsed<T> = { ok: true; value: T } | { ok: false; problem: ConditionProblem };

/** One group of alternatives out of its text, or the first thing that is wrong with it. */
export function parseConditions(text: string): Parsed<ConditionGroup> {
  const group: ConditionGroup = [];
  let start = 0;
  for (const part of text.split('|')) {
    const parsed = parseCondition(part, start);
    if (!parsed.ok) return parsed;
    group.push(parsed.value);
    start += part.length + 1;
  }
  return { ok: true, value: group };
}

/** The text of a group; `parseConditions` gives the group again. */
export function serializeConditions(group: readonly Condition[]): string {
  return group.map(serializeCondition).join('|');
}

function serializeCondition(condition: Condition): string {
  if ('state' in condition) return `${condition.operand}:${condition.negated ? '!' : ''}${condition.state}`;
  return `${condition.operand}${condition.comparison}${condition.value}`;
}

const ID = /^[a-z0-9_.]+/;
const SIGN = /^(<=|>=|!=|<|>|=|:!?)/;
const LONGEST_FOUND = 60;

function parseCondition(part: string, start: number): Parsed<Condition> {
  const fail = (offset: number, expected: string): Parsed<never> => {
    const rest = part.slice(offset).trim();
    const found = rest === '' ? 'nothing' : rest.slice(0, LONGEST_FOUND);
    return { ok: false, problem: { at: start + offset + 1, found, expected } };
  };
  const idAt = skipBlanks(part, 0);
  const id = ID.exec(part.slice(idAt))?.[0] ?? '';
  const operand = operandById(id);
  if (!operand) return fail(idAt, 'a field id, a metric id, year, published, issues or findings');
  const signAt = skipBlanks(part, idAt + id.length);
  const sign = SIGN.exec(part.slice(signAt))?.[0];
  if (!sign) return fail(signAt, `one of ${COMPARISONS.join(' ')} : :! after ${id}`);
  const valueAt = skipBlanks(part, signAt + sign.length);
  const written = part.slice(valueAt).trim();
  if (!sign.startsWith(':')) {
    const value = valueOf(written, operand);
    if (value === null) return fail(valueAt, VALUES[operand.kind]);
    return { ok: true, value: { operand: id, comparison: sign as Comparison, value } };
  }
  const states = statesOf(operand);
  const state = states.find((each) => each === written);
  if (!state) return fail(valueAt, `one of ${states.join(', ')} after ${id}:`);
  return { ok: true, value: { operand: id, state, negated: sign === ':!' } };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

/** The states that can be asked for: all of a cell's, of a calculation only whether it could be made. */
export function statesOf(operand: Operand): readonly ConditionState[] {
  return operand.field ? CONDITION_STATES : ['number', 'missing'];
}

const VALUES = {
  number: 'a decimal number of at most 15 digits, 6 of them after the point',
  date: 'a date such as 2024-03-31',
} as const;

/** A value as it compares, or null when it is none. Fifteen digits are what a double holds exactly. */
function valueOf(written: string, operand: Operand): number | string | null {
  if (operand.kind === 'date') return isDate(written) ? written : null;
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(written)) return null;
  if (written.replaceAll(/\D/g, '').length > 15) return null;
  return Number(written) + 0;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
