/**
 * Places spelled in addresses: www.tjhp.gov.cn (天津 和平), sgwjq (韶关 武江区), bjchy (北京 朝阳), xa (西安), /jiangyong/.
 * A label alone is weak: `tjhp` proves nothing by itself, but it tells 和平区 of 天津 from 和平区 of 沈阳.
 */
import { ancestors, type Gazetteer, type Region } from './gazetteer';

/** How well a label fits a place: 3 the whole name, or initials behind those of its parent; 1 initials alone; 0 not. */
type Fit = 0 | 1 | 2 | 3;

/** Endings that tell what kind of site it is, and nothing about the place. */
const ENDING = '(?:zf|rmzf|gov|zfw|zwgk|xxgk|info|news|portal|szf|wz|zw)?';
const KIND_LETTERS: Record<string, string> = {
  市: 'shi|s',
  区: 'qu|q',
  县: 'xian|x',
  州: 'zhou|z',
  旗: 'qi|q',
  盟: 'meng|m',
  省: 'sheng|s',
};
/** Initials that provinces use besides those of their name. */
const PROVINCE_CODES: Record<string, string> = {
  '150000': 'nmg|nm',
  '230000': 'hlj',
  '530000': 'yn',
  '540000': 'xz|tibet',
  '610000': 'sn|shaanxi',
  '450000': 'gx',
  '640000': 'nx',
  '650000': 'xj',
};

type Pattern = { full: RegExp; initials: RegExp; prefixed: RegExp };
const patterns = new Map<Region, Pattern>();
/** First letters that a label of a region can have: a label is tried on the whole country, its patterns on few of it. */
const letters = new Map<Region, string>();

/** How well a host label or path segment fits a region above the township. */
export function fitLabel(label: string, region: Region): Fit {
  if (label.length < 2 || region.syllables.length === 0) return 0;
  if (!firstLetters(region).includes(label.charAt(0))) return 0;
  const pattern = patterns.get(region) ?? compile(region);
  if (pattern.full.test(label)) return 3;
  if (pattern.prefixed.test(label)) return 3;
  return pattern.initials.test(label) ? 1 : 0;
}

function firstLetters(region: Region): string {
  const known = letters.get(region);
  if (known !== undefined) return known;
  const spellings = [region, ...ancestors(region)].flatMap(({ code, syllables }) => [
    syllables[0] ?? '',
    ...(PROVINCE_CODES[code] ?? '').split('|'),
  ]);
  const first = spellings.map((spelling) => spelling.charAt(0)).join('');
  letters.set(region, first);
  return first;
}

/** Labels of a host that can name a place, and the segments of its path, all in lower case. */
export function addressParts(url: string): { labels: string[]; segments: string[]; isGovernment: boolean } {
  const match = /^[a-z]+:\/\/([^/?#]*)([^?#]*)/i.exec(url.trim());
  const host = (match?.[1] ?? '').toLowerCase().replace(/^.*@/, '').replace(/:\d+$/, '');
  const isGovernment = /(?:^|\.)gov\.cn$/.test(host);
  const labels = /^[\d.]+$/.test(host)
    ? []
    : host
        .replace(
          /\.(?:gov\.cn|com\.cn|org\.cn|net\.cn|com|cn|net|org|info|top|xyz|vip|tw|hk|cc)(?:\.tw)?$/,
          '',
        )
        .split('.')
        .filter((label) => label !== '' && !/^(?:www|m|wap|gov|big5|new|old)$/.test(label));
  const path = (match?.[2] ?? '').toLowerCase();
  const segments = path
    .split('/')
    .flatMap((part) => part.split(/[_.-]/))
    .map((part) => part.replace(/\d+[a-z]?\d*$/, ''))
    .filter((part) => /^[a-z]{2,24}$/.test(part));
  return { labels, segments, isGovernment };
}

/** Folders and hosts of bureaus and offices: jyj, fgw, swj.…, bmxxgk, rmzfbgs. */
const ORGAN =
  /^[a-z]+:\/\/(?!www\.|xxgk\.|zwgk\.|info\.|public\.|gk\.|zfxxgk\.|admin\.|m\.)[a-z]{3,}\.[a-z.]+\.gov\.cn|\/[a-z]{1,8}(?:j|ju|wyh|bgs|zx|tj|jt|wjw|fgw|jjw|gzw|nyw|zjw|zfw|mzw|rfb|sft|czt|bgt)(?:_?\d+)*\/|\/(?:bm|zfbm|gbm|szbm|qzbm|zcbm|gzbm)[a-z]*[_\d]*\/|\/szf|rmzf/i;
/** Folders of townships, streets and, on a city's site, of its districts: xzzf, jdbsc, zjxxgk, dlx, hxjd, qzfzcbm. */
const BELOW =
  /\/(?:xz|xzjd|jd|jdb|jdbsc|smz|zj|xzzf|zjxxgk|zjzf|qzf|gqzf|qxzf|xszf)[a-z]*[_\d]*\/|zjzf|xzzf|xiangzhen|jiedao|jdbsc|[a-z]{2,4}[zx]rmzf|\/[a-z]{2,3}(?:x|z|jd|jdb)(?:_?\d+)?\//i;

/**
 * Whether an address alone can be that of a page of the site's own government or one of its organs: a county's site holds
 * the pages of its townships too, so a host without such a folder tells nothing about whose page it is.
 */
export const isOfSitesOrgan = (url: string): boolean => ORGAN.test(url) && !BELOW.test(url);

/** Regions whose whole name is spelled by a label: jiangyong → 江永县; with its kind (hainanzhou) as well. */
export function regionsSpelled(label: string, gazetteer: Gazetteer): Region[] {
  if (label.length < 4) return [];
  const exact = gazetteer.spellings.get(label) ?? [];
  if (exact.length > 0) return exact;
  const match = /^(.{4,}?)(xian|qu|shi|zhou|qi|meng|sheng)(?:zf|rmzf|gov)?$/.exec(label);
  const found = match ? (gazetteer.spellings.get(match[1] as string) ?? []) : [];
  const letter = match?.[2]?.[0];
  return found.filter((region) =>
    kindLetters(region)
      .split('|')
      .includes(letter ?? ''),
  );
}

const kindLetters = (region: Region): string => KIND_LETTERS[region.name.at(-1) as string] ?? '';

/** Each syllable whole, its consonants, or its first letter. */
function core(region: Region, whole: boolean): string {
  return region.syllables
    .map((syllable) => {
      if (whole) return syllable;
      const consonants = /^(?:zh|ch|sh)/.exec(syllable)?.[0];
      return `(?:${syllable}|${consonants ? `${consonants}|` : ''}${syllable[0]})`;
    })
    .join('');
}

function compile(region: Region): Pattern {
  const kind = kindLetters(region);
  const suffix = kind ? `(?:${kind})?` : '';
  const above = ancestors(region)
    .map(
      (parent) =>
        core(parent, false) + (PROVINCE_CODES[parent.code] ? `|${PROVINCE_CODES[parent.code]}` : ''),
    )
    .join('|');
  const own = PROVINCE_CODES[region.code] ? `|${PROVINCE_CODES[region.code]}` : '';
  const pattern = {
    full: new RegExp(`^(?:${core(region, true)}${own})${suffix}${ENDING}$`),
    initials: new RegExp(`^(?:${core(region, false)})${suffix}${ENDING}$`),
    prefixed: above ? new RegExp(`^(?:${above})(?:${core(region, false)})${suffix}${ENDING}$`) : /^\b$/,
  };
  patterns.set(region, pattern);
  return pattern;
}
