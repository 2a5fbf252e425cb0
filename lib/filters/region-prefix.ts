/** Codes of regions (GB/T 2260) as prefixes: what all codes inside a region begin with. */

/**
 * The code without the zero pairs that fill it up: 610000 → 61, 610100 → 6101, 610111 stays, 610111001000 → 610111001.
 * The country (100000, 000000) gives '', which every code begins with.
 */
export function regionPrefix(code: string): string {
  if (/^(10|0)0*$/.test(code)) return '';
  let prefix = code;
  if (prefix.length === 12) prefix = prefix.replace(/000$/, '');
  if (prefix.length === 9) prefix = prefix.replace(/000$/, '');
  if (prefix.length === 6) prefix = prefix.replace(/00$/, '');
  if (prefix.length === 4) prefix = prefix.replace(/00$/, '');
  return prefix;
}

/** How deep a region prefix lies: 0 the country, 1 province, 2 prefecture, 3 county, 4 township and below. */
export function regionDepth(prefix: string): 0 | 1 | 2 | 3 | 4 {
  if (prefix.length === 0) return 0;
  if (prefix.length <= 2) return 1;
  if (prefix.length <= 4) return 2;
  return prefix.length <= 6 ? 3 : 4;
}
