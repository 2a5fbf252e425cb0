/** The operations as a reader looks for them: those that differ in the format only stand together. */
import { FILTER_NAMES } from '../../lib/filters';
import type { Operation, Parameter } from './document';

export type OwnParameter = Parameter & {
  /** Formats that take it, when not all of the group do. */
  only: string[];
};

export type Group = {
  /** Anchor on the page, and the key of its words. */
  id: string;
  kind: 'answer' | 'file' | 'probe';
  operations: Operation[];
  parameters: OwnParameter[];
  /** Whether all filters apply beside the parameters listed. */
  takesFilters: boolean;
};

const TABLE_FILE = /^\/api\/v1\/(query|reports|cells)\.(\w+)$/;

/** The end of an operation's path that names its format. */
export const formatOf = ({ path }: Operation): string => path.split('.').at(-1) ?? '';

/** Every operation in exactly one group, in the order of the document. */
export function groupOperations(all: readonly Operation[]): Group[] {
  const groups = new Map<string, Operation[]>();
  for (const operation of all) {
    const table = TABLE_FILE.exec(operation.path)?.[1];
    const id = table ? `${table}_files` : operation.id;
    groups.set(id, [...(groups.get(id) ?? []), operation]);
  }
  return [...groups].map(([id, operations]) => {
    const takesFilters = operations.every((each) =>
      FILTER_NAMES.every((name) => each.parameters.some((parameter) => parameter.name === name)),
    );
    return {
      id,
      kind: kindOf(operations),
      operations,
      takesFilters,
      parameters: own(operations, takesFilters),
    };
  });
}

function kindOf([first]: Operation[]): Group['kind'] {
  if (!first?.path.startsWith('/api/')) return 'probe';
  return first.types.includes('application/json') ? 'answer' : 'file';
}

function own(operations: Operation[], takesFilters: boolean): OwnParameter[] {
  const filters: readonly string[] = takesFilters ? FILTER_NAMES : [];
  const found = new Map<string, Parameter>();
  for (const { parameters } of operations)
    for (const each of parameters) if (!filters.includes(each.name)) found.set(each.name, each);
  return [...found.values()].map((parameter) => {
    const takers = operations.filter((each) => each.parameters.some(({ name }) => name === parameter.name));
    return { ...parameter, only: takers.length === operations.length ? [] : takers.map(formatOf) };
  });
}

/** The filters as the document describes them. */
export function filterParameters(all: readonly Operation[]): OwnParameter[] {
  const parameters = all.find((each) => each.id === 'query')?.parameters ?? [];
  const filters: readonly string[] = FILTER_NAMES;
  return parameters.filter(({ name }) => filters.includes(name)).map((each) => ({ ...each, only: [] }));
}
