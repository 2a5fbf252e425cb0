/** The gazetteer of a country of a few places, written here: what each table adds to it, and under which names. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  ancestors,
  isWithin,
  localName,
  pairKey,
  readGazetteer,
} from '../../../lib/identify/place/gazetteer';

const TABLES = {
  'regions.csv': [
    'code,name,level,parent,pinyin',
    '320000,江苏省,province,,jiang su',
    '320800,淮安市,prefecture,320000,huai an',
    '320813,洪泽区,county,320800,hong ze',
    '320830,盱眙县,county,320800,xu yi',
    '320813100,高良涧街道,township,320813,',
    '320830100,盱眙县人民政府马坝镇,township,320830,',
    '320830200,盱眙港口产业园区,township,320830,',
    '320830201,经济开发区,township,320830,',
    '522700,黔南布依族苗族自治州,prefecture,520000,qian nan',
    '522732,三都水族自治县,county,522700,san du',
    '522732200,巫不水族乡,township,522732,',
    '522732201,某（东）街道,township,522732,',
    '540300,昌都市,prefecture,,chang du',
    '540302,城区,county,540300,cheng',
    '540303,洪泽县,county,540300,hong ze',
  ],
  'former-regions.csv': [
    'name,within,region,until,note',
    '清浦区,淮安市,320813,2016,"merged, into 洪泽区"',
    '某区,某市,999999,2016,',
  ],
  'zones.csv': [
    'name,region,note',
    '淮安高新技术产业开发区,320800,',
    '淮安白马湖生态度假区,320813,',
    '淮安清河湖生态度假区,320800,',
    '某特别区,999999,',
    '盱眙某区,320830,',
  ],
  'statistical-zones.csv': [
    'name,region,statistical_code',
    '淮安白马湖生态度假区,320800,320871',
    '洪泽区,320800,320872',
  ],
  'former-townships.csv': [
    'former_code,name,county',
    '320813200,仁和镇,320813',
    '320830202,仁和镇,320830',
    '9,某镇,999999',
  ],
  'area-codes.csv': ['area_code,region', '0517,320800', '0517,320813', '0999,999999'],
  'hosts.csv': ['label,region,note', 'hz,320813,', 'zz,999999,'],
};
const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));
for (const [file, rows] of Object.entries(TABLES)) writeFileSync(join(folder, file), `${rows.join('\n')}\n`);
afterAll(() => rmSync(folder, { recursive: true }));

const gazetteer = readGazetteer(folder);
const named = (name: string): string[] =>
  (gazetteer.names.get(name) ?? []).map(({ region, kind }) => `${region.code} ${kind}`);
const at = (code: string) => {
  const region = gazetteer.byCode.get(code);
  if (!region) throw new Error(`no region ${code}`);
  return region;
};
const codes = (regions: { code: string }[] | undefined): string[] => (regions ?? []).map(({ code }) => code);

test('a region has its code, name, level, parent and syllables', () => {
  expect(at('320813')).toEqual({
    code: '320813',
    name: '洪泽区',
    level: 'county',
    parent: at('320800'),
    syllables: ['hong', 'ze'],
  });
  expect(at('320813100').syllables).toEqual([]);
  expect(at('320000').parent).toBeNull();
  expect(gazetteer.byCode.size).toBe(15);
});

test('a region lies in those above it and in itself', () => {
  expect(codes(ancestors(at('320813100')))).toEqual(['320813', '320800', '320000']);
  expect(ancestors(at('320000'))).toEqual([]);
  expect(isWithin(at('320813100'), at('320800'))).toBe(true);
  expect(isWithin(at('320813'), at('320813'))).toBe(true);
  expect(isWithin(at('320800'), at('320813'))).toBe(false);
});

describe('a region is named', () => {
  test.each([
    ['淮安市', ['320800 name']],
    ['淮安', ['320800 core']],
    ['黔南州', ['522700 short']],
    ['黔南自治州', ['522700 short']],
    ['三都县', ['522732 short']],
    ['三都', ['522732 core']],
    // one character is no name
    ['城', []],
    // before an upgrade, where no living region bears the name
    ['昌都地区', ['540300 former']],
    ['洪泽市', ['320813 former']],
    ['洪泽县', ['540303 name']],
    ['清浦区', ['320813 former']],
    // two bear it
    ['洪泽', ['320813 core', '540303 core']],
    // townships are kept apart
    ['高良涧街道', []],
    // of a region that is not there
    ['某区', []],
    ['某特别区', []],
  ])('%s', (name, all) => {
    expect(named(name)).toEqual(all);
  });
});

describe('a zone is named', () => {
  test.each([
    ['淮安高新技术产业开发区', ['320800 zone']],
    // without its place only where the rest is its own
    ['高新技术产业开发区', []],
    ['清河湖生态度假区', ['320800 zone']],
    ['港口产业园区', []],
    ['某区', []],
    // what is kept by hand stands before what statistics say
    ['淮安白马湖生态度假区', ['320813 zone']],
    // a region's own name stays
    ['洪泽区', ['320813 name', '320800 zone']],
    // townships that are zones
    ['盱眙港口产业园区', ['320830 zone']],
    ['经济开发区', []],
  ])('%s', (name, all) => {
    expect(named(name)).toEqual(all);
  });
});

describe('a township', () => {
  test('is kept by its own name, in its county', () => {
    expect(codes(gazetteer.towns.get('高良涧街道'))).toEqual(['320813100']);
    expect(codes(gazetteer.towns.get('马坝镇'))).toEqual(['320830100']);
    expect(codes(gazetteer.townsOf.get('320830'))).toEqual(['320830100', '320830200', '320830201']);
    expect(localName(at('320830100'))).toBe('马坝镇');
    expect(localName(at('320830200'))).toBe('盱眙港口产业园区');
  });
  test('of a people also without it', () => {
    expect(codes(gazetteer.towns.get('巫不水族乡'))).toEqual(['522732200']);
    expect(codes(gazetteer.towns.get('巫不乡'))).toEqual(['522732200']);
  });
  test('that is gone leads to the counties that hold its land', () => {
    expect(codes(gazetteer.formerTowns.get('仁和镇'))).toEqual(['320813', '320830']);
    expect(gazetteer.formerTowns.get('某镇')).toBeUndefined();
  });
});

test('spellings, area codes and hosts lead to regions that are there', () => {
  expect(codes(gazetteer.spellings.get('hongze'))).toEqual(['320813', '540303']);
  expect(gazetteer.spellings.get('')).toBeUndefined();
  expect([...gazetteer.areaCodes].map(([code, regions]) => [code, codes(regions)])).toEqual([
    ['0517', ['320800', '320813']],
  ]);
  expect([...gazetteer.hosts].map(([label, { code }]) => [label, code])).toEqual([['hz', '320813']]);
});

test('lengths of names are found by their first two characters, the longest first', () => {
  const lengths = (name: string) => gazetteer.lengths.get(pairKey(name, 0));
  expect(lengths('淮安')).toEqual([11, 10, 4, 3, 2]);
  expect(lengths('洪泽')).toEqual([3, 2]);
  expect(lengths('三都')).toEqual([7, 5, 3, 2]);
  expect(lengths('高良')).toBeUndefined();
});

test.each([
  ['淮安', 0, true],
  ['在淮安', 1, true],
  ['淮', 0, false],
  ['淮a', 0, false],
  ['a淮', 0, false],
  ['、淮', 0, false],
  ['一一', 0, true],
  ['丏\u4dff', 0, false],
  ['\u9fff\u9fff', 0, true],
  ['\u9fff\ua000', 0, false],
  ['', 0, false],
])('a pair of characters in %j at %i', (text, index, isPair) => {
  expect(pairKey(text, index) >= 0).toBe(isPair);
});

test('two pairs are never one', () => {
  const keys = ['淮安', '安淮', '淮淮', '一丁', '丁一', '丁丁'].map((pair) => pairKey(pair, 0));
  expect(new Set(keys).size).toBe(6);
  expect(pairKey('在淮安', 1)).toBe(keys[0]);
});
