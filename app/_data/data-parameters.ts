/** What the page of slices understands in its address beside the filters, and what it shows when nothing is chosen. */
import { listColumn, parseColumns, parseSorts, type Sort } from '../../lib/filters/columns';
import { COMPARISONS, CONDITION_STATES, parseConditions } from '../../lib/filters/conditions';
import type { FilterProblem } from '../../lib/filters';
import type { OwnParameters } from '../_request/page-context';
import type { Parameters } from '../_request/parameters';

export const DEFAULT_COLUMNS = [
  'agency',
  'year',
  'province',
  'level',
  'new_requests',
  'outcomes_total',
  'disclosure_rate',
  'reconsiderations',
  'findings',
];

const ANY = /^[^\p{Cc}]{1,8000}$/u;

export const DATA_PARAMETERS: OwnParameters = {
  columns: ANY,
  sort: ANY,
  page: /^[1-9]\d{0,6}$/,
  add: ANY,
  sign: ANY,
  value: ANY,
  or: /^1$/,
};

/** What a new condition may ask: compare with a number, or ask for the state of the cell. */
export const SIGNS = [...COMPARISONS, ...CONDITION_STATES.flatMap((state) => [`:${state}`, `:!${state}`])];

/** Columns and order of the address, with a problem for every name that is none. */
export function readSlice(parameters: Parameters): {
  columns: string[];
  sorts: Sort[];
  problems: FilterProblem[];
} {
  const columns = parseColumns(parameters.columns ?? '');
  const sorts = parseSorts(parameters.sort ?? '');
  const told = (parameter: string, bad: string[]) =>
    bad.map((value) => ({ parameter, value, expected: parameter }));
  return {
    columns: columns.good.length > 0 ? columns.good : DEFAULT_COLUMNS,
    sorts: sorts.good,
    problems: [...told('columns', columns.bad), ...told('sort', sorts.bad)],
  };
}

/**
 * The conditions with the one that the form adds: as a further group, or (`or`) as an alternative of the last group.
 * Null when the form adds none; a problem when it makes no sense.
 */
export function addedCondition(
  where: readonly string[],
  parameters: Parameters,
): string[] | FilterProblem | null {
  if (parameters.add === undefined) return null;
  const sign = parameters.sign ?? '';
  const text = `${parameters.add}${sign}${sign.startsWith(':') ? '' : (parameters.value ?? '')}`;
  const parsed = parseConditions(text);
  if (!parsed.ok) return { parameter: 'where', value: text, expected: parsed.problem.expected };
  const last = where.at(-1);
  if (parameters.or === undefined || last === undefined) return [...where, text];
  return [...where.slice(0, -1), `${last}|${text}`];
}

/** Name of a column in a language; its id where there is none. */
export const columnName = (id: string, label: 'zh' | 'en'): string => listColumn(id)?.[label] ?? id;
