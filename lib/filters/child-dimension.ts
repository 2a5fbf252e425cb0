/** What lies next below the regions of a slice. */
import type { Filters } from './registry';

/**
 * The regions next below those filtered: provinces of the country, prefectures of a province (counties of a
 * municipality, which has no prefectures), counties of a prefecture that has some. Null below these, where the store has none.
 */
export function childDimension({
  region,
}: Pick<Filters, 'region'>): 'province' | 'prefecture' | 'county' | null {
  const lengths = new Set(region.map((code) => code.length));
  if (region.length === 0) return 'province';
  if (region.length > 1)
    return lengths.size > 1 || lengths.has(2) ? 'province' : lengths.has(4) ? 'prefecture' : 'county';
  const [code = ''] = region;
  if (code.length === 2) return MUNICIPALITIES.includes(code) ? 'county' : 'prefecture';
  return code.length === 4 && !WITHOUT_COUNTIES.includes(code) ? 'county' : null;
}

/** 北京、天津、上海、重庆: their counties lie directly under the province. */
const MUNICIPALITIES = ['11', '12', '31', '50'];

/** 东莞、中山、儋州: their townships lie directly under the prefecture (GB/T 2260). */
const WITHOUT_COUNTIES = ['4419', '4420', '4604'];
