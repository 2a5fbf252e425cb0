import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../../lib/identify/index';
import { readOrganisation, readSystem } from '../../../lib/identify/place/place-in-organisation';

const gazetteer = loadGazetteer();
const read = (name: string) => {
  const { reading, isNational } = readOrganisation(name, gazetteer);
  return { ...reading, codes: reading.regions.map(({ code }) => code).sort(), isNational };
};

test.each([
  ['国家税务总局大竹县税务局', '国家税务总局'],
  ['国家统计局舟山调查队', '国家统计局'],
  ['中华人民共和国长沙海关', '中华人民共和国'],
  ['中国人民银行兰州中心支行', '中国人民银行'],
  ['财政部驻四川专员办', '财政部驻'],
  ['中国民用航空局华东局', '中国民用航空局'],
  ['中共江永县委', '中共'],
  ['江永县财政局', ''],
  ['江永县中国人民银行', ''],
])('the words of a national system in %s', (name, system) => {
  expect(readSystem(name)).toBe(system);
});

describe('the place behind the words of a national system', () => {
  test.each([
    // [name, code, words read, rest]
    ['国家税务总局鄂州市鄂城区税务局', '420704', '国家税务总局鄂州市鄂城区', '税务局'],
    ['国家税务总局大竹县税务局', '511724', '国家税务总局大竹县', '税务局'],
    ['国家统计局四川调查总队', '510000', '国家统计局四川', '调查总队'],
    ['国家统计局舟山调查队', '330900', '国家统计局舟山', '调查队'],
    ['中共江永县委', '431125', '中共江永县', '委'],
    ['国家矿山安全监察局贵州局', '520000', '国家矿山安全监察局贵州', '局'],
    ['财政部驻四川专员办', '510000', '财政部驻四川', '专员办'],
    ['江永县气象局', '431125', '江永县', '气象局'],
    ['宁波海关', '330200', '宁波', '海关'],
  ])('%s', (name, code, used, rest) => {
    expect(read(name)).toMatchObject({ codes: [code], used, rest, isNational: false });
  });
});

describe('a national body', () => {
  test.each([
    '国务院办公厅',
    '中华人民共和国财政部',
    '交通运输部',
    '外交部',
    '应急部',
    '科技部办公厅',
    '市场监管总局',
    '国家统计局',
    '国家发展和改革委员会',
    '国家税务总局',
    '中国气象局',
    '中国人民银行',
    '中国科学院',
    '审计署',
    '海关总署',
    '全国社会保障基金理事会',
    '最高人民法院',
    '新华通讯社',
    '交通运输部长江航务管理局',
    '国家统计局(本级)',
    '国家统计局(机关)',
  ])('%s', (name) => {
    expect(read(name)).toMatchObject({ codes: [], isNational: true });
  });
  test.each([
    '国家能源局华中监管局',
    '国家能源局西北监管局',
    '财政局',
    '组织部',
    '江永县财政局',
    '国家税务总局大竹县税务局',
    '宣传部',
    '某市外交部',
    '',
  ])('%j is none', (name) => {
    expect(read(name).isNational).toBe(false);
  });
});

describe('a branch lies where the words before it say', () => {
  test.each([
    ['衡阳市生态环境局耒阳分局', '430481'],
    ['西安市公安局雁塔分局', '610113'],
    ['杭州市规划和自然资源局余杭分局', '330110'],
    ['淮安市住房公积金管理中心盱眙管理部', '320830'],
    ['永州市公安局交警支队', '431100'],
    ['衡阳市生态环境局某某分局', '430400'],
    // no part of its city
    ['衡阳市生态环境局江永分局', '430400'],
    ['江永县公安局城区分局', '431125'],
    ['国家税务总局长沙市税务局望城分局', '430112'],
  ])('%s', (name, code) => {
    expect(read(name).codes).toEqual([code]);
  });
});

describe('a zone', () => {
  test.each([
    // run together with a district
    ['乌鲁木齐经济技术开发区(头屯河区)', '650106', 'name', ''],
    ['高新区(新市区)', '650104', 'name', ''],
    ['高新区(新市区)人民政府办公室', '650104', 'name', ''],
    ['北京大兴国际机场临空经济区(廊坊)管理委员会', '131000', 'zone', '管理委员会'],
    ['泰州医药高新区(高港区)口岸街道办事处', '321203001', 'town', ''],
    // of free trade
    ['中国(福建)自由贸易试验区福州片区管理委员会', '350100', 'zone', '片区管理委员会'],
    ['中国(陕西)自由贸易试验区管理委员会', '610000', 'core', '自由贸易试验区管理委员会'],
  ])('%s', (name, code, kind, rest) => {
    expect(read(name)).toMatchObject({ codes: [code], kind, rest });
  });
  test.each([
    ['江永县财政局(江华县)', '431125'],
    ['江永县某某中心(道县)', '431125'],
    ['昆山市某局(机关)办公室', '320583'],
  ])('%s is none: what stands in brackets does not move it', (name, code) => {
    expect(read(name).codes).toEqual([code]);
  });
  test('of a district that several cities have stays open', () => {
    expect(read('高新区(鼓楼区)').codes).toEqual(['320106', '320302', '350102', '410204']);
    expect(read('福州高新区(鼓楼区)').codes).toEqual(['350102']);
    expect(read('某某局(新市区)').codes).toEqual([]);
  });
});
