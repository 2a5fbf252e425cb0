/**
 * Paging by key: a cursor says after which row the next page begins. It holds the sort keys of that row and the version
 * of the corpus, since positions change with it: a cursor of another version is refused, never answered with gaps.
 */
import { z } from 'zod';
import { FilterError } from '../../errors';

const keySchema = z.union([z.string(), z.number()]).nullable();
export type CursorKey = z.infer<typeof keySchema>;
export type KeyKind = 'string' | 'number';

const cursorSchema = z.tuple([z.string(), z.string(), z.int().nonnegative(), z.array(keySchema)]);

/** `order` names the list and its sort; `seen` is how many rows stand before the next page. */
export type Cursor = { version: string; order: string; seen: number; keys: CursorKey[] };

/** The cursor as text that fits into an address. */
export function writeCursor({ version, order, seen, keys }: Cursor): string {
  return Buffer.from(JSON.stringify([version.slice(0, 12), order, seen, keys])).toString('base64url');
}

/** The cursor, with keys of these kinds, made for this order of this version of the corpus. Throws FilterError for any other text. */
export function readCursor(
  text: string,
  version: string,
  order: string,
  kinds: readonly KeyKind[],
): Pick<Cursor, 'seen' | 'keys'> {
  const refuse = (expected: string): never => {
    throw new FilterError('after', text, expected);
  };
  const parsed = cursorSchema.safeParse(jsonIn(text));
  if (!parsed.success) return refuse('the cursor that the page before gave as next');
  const [ofVersion, ofOrder, seen, keys] = parsed.data;
  if (ofOrder !== order) return refuse(`a cursor of the same list in the same order (${order})`);
  if (ofVersion !== version.slice(0, 12))
    return refuse('a cursor of the corpus as it is now; it has changed since, begin again without one');
  const fits =
    keys.length === kinds.length && keys.every((key, i) => key === null || typeof key === kinds[i]);
  if (!fits) return refuse('the cursor that the page before gave as next');
  return { seen, keys };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** One sort key in SQL; without a value (NULL) a row comes last in either direction. */
export type SortKey = { sql: string; descending: boolean; isText: boolean };

/** ORDER BY of these keys. */
export const orderSql = (keys: readonly SortKey[]): string =>
  keys.map(({ sql, descending }) => `${sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST`).join(', ');

/** SQL that is true for the rows after the one with these values; the last key must tell all rows apart. */
export function afterSql(
  keys: readonly SortKey[],
  values: readonly CursorKey[],
  bind: (value: string | number) => string,
): string {
  const [key, ...others] = keys;
  if (!key) return 'false';
  const [value = null, ...rest] = values;
  const behind =
    value === null
      ? 'false'
      : `${key.sql} ${key.descending ? '<' : '>'} ${bind(value)} OR ${key.sql} IS NULL`;
  if (others.length === 0) return `(${behind})`;
  const same = value === null ? `${key.sql} IS NULL` : `${key.sql} = ${bind(value)}`;
  return `(${behind} OR (${same} AND ${afterSql(others, rest, bind)}))`;
}
