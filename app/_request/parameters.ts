/** The parameters of a page's address as a plain map, and addresses made from it. */

/** What Next hands a page. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One text a parameter; several values of one name are joined by commas, as docs/contract.md writes lists. */
export type Parameters = Readonly<Record<string, string>>;

/** Next's search parameters with one text each; empty ones are left out. */
export function flatParameters(found: Awaited<SearchParams>): Parameters {
  const entries = Object.entries(found).map(([name, value]) => {
    const values = (Array.isArray(value) ? value : [value ?? '']).filter((each) => each !== '');
    return [name, values.join(',')] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

/** An address of ours: path, then the parameters with some changed (null takes one away). Names keep their order. */
export function address(
  path: string,
  parameters: Parameters,
  changes: Record<string, string | number | null> = {},
): string {
  const query = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, String(value));
  }
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `${path}?${text}` : path;
}

/** Only the parameters with these names. */
export function pickParameters(parameters: Parameters, names: readonly string[]): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.includes(name)));
}
