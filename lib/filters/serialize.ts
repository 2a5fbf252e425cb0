import { DEFAULT_FILTERS, FILTER_NAMES, type Filters } from './registry';

/**
 * The filters as a query string without `?`: defaults left out, order fixed, nothing lost;
 * `parseFilters(new URLSearchParams(serializeFilters(f)))` gives f again. Empty when all are default.
 */
export function serializeFilters(filters: Filters): string {
  const params = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    const text = Array.isArray(value) ? value.join(',') : value === null ? '' : String(value);
    if (text !== '' && text !== DEFAULT_FILTERS[name]) params.set(name, text);
  }
  // Commas, colons and equal signs mean nothing more inside a value, and conditions read better with them.
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3D', '=');
}
