/** Ids of reports and agencies: stable over the years, whichever of its forms an agency's name was written in. */
import { ancestors, type Gazetteer } from '../place/gazetteer';
import { bareTown, shortForms } from '../place/place-name';

const UNSAFE = /[\s\\/:*?"<>|.,;'`~!@#$%^&()+={}[\]（）《》“”、。,，:：-]+/g;

/**
 * Id of a report, region code - agency - year: `420704-鄂城区-2020`, `341881-财政局-2020`. The code is 000000 and the
 * year 0000 where they are unknown. Places that the code already tells are left out of the name, a government is
 * called by its place, and characters that file names cannot hold are dropped.
 */
export function reportId(
  code: string | null,
  agency: string,
  year: number | null,
  gazetteer?: Gazetteer,
): string {
  return `${code ?? '000000'}-${agencyKey(code, agency, gazetteer)}-${year ?? '0000'}`;
}

/** Name of an agency without the places its region code tells, and its variants made one: 宁国市财政局 → 财政局. */
function agencyKey(code: string | null, agency: string, gazetteer?: Gazetteer): string {
  const region = code ? gazetteer?.byCode.get(code) : undefined;
  let rest = agency.normalize('NFKC').replace(UNSAFE, '');
  let place = '';
  const lineage = region ? [region, ...ancestors(region)].reverse() : [];
  for (const at of lineage)
    for (const name of [at.name, ...shortForms(at.name), bareTown(at.name)])
      if (name.length >= 2 && rest.startsWith(name) && isWhole(rest, name, at.name)) {
        rest = rest.slice(name.length);
        place = at.name;
        break;
      }
  rest = rest.replace(/^(?:人民)?政府(?=办)/, '政府').replace(/^政府办$/, '政府办公室');
  if (/^(?:(?:人民)?政府|办事处|)$/.test(rest))
    return place || agency.normalize('NFKC').replace(UNSAFE, '') || 'unknown';
  return rest;
}

/** A township's bare name is no prefix of its own when its kind follows: 任市 in 任市镇 is left to 任市镇. */
const isWhole = (text: string, name: string, full: string): boolean =>
  name === full || !/^[镇乡街苏市县区旗]/.test(text.slice(name.length));
