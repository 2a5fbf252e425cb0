import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../../lib/identify/index';
import { readPlace } from '../../../lib/identify/place/place-in-name';

const gazetteer = loadGazetteer();
const codes = (name: string, isBranch = false): string[] =>
  readPlace(name, gazetteer, isBranch)
    .regions.map(({ code }) => code)
    .sort();

describe('the place at the beginning of a name', () => {
  test.each([
    // [name, code, kind, words read as places, rest]
    ['江永县财政局', '431125', 'name', '江永县', '财政局'],
    ['达州市万源市自然资源局', '511781', 'name', '达州市万源市', '自然资源局'],
    ['四川省达州市万源市', '511781', 'name', '四川省达州市万源市', ''],
    ['四川万源市财政局', '511781', 'name', '四川万源市', '财政局'],
    ['四川省人民政府', '510000', 'name', '四川省', '人民政府'],
    ['青海省海南州财政局', '632500', 'short', '青海省海南州', '财政局'],
    ['海南州财政局', '632500', 'short', '海南州', '财政局'],
    ['海南省财政厅', '460000', 'name', '海南省', '财政厅'],
    ['北京市崇文区财政局', '110101', 'former', '北京市崇文区', '财政局'],
    ['北京市朝阳区财政局', '110105', 'name', '北京市朝阳区', '财政局'],
    // a bare name before words that a bare name can stand before
    ['贵州财政厅', '520000', 'core', '贵州', '财政厅'],
    ['吉林大学', '220000', 'core', '吉林', '大学'],
    ['长沙海关', '430100', 'core', '长沙', '海关'],
    ['太仓供电公司', '320585', 'core', '太仓', '供电公司'],
    ['江永教育局', '431125', 'core', '江永', '教育局'],
    // but the name with its kind counts
    ['吉林市财政局', '220200', 'name', '吉林市', '财政局'],
    // a county of another city's time, told by its old name
    ['淮安市洪泽县', '320813', 'former', '淮安市洪泽县', ''],
    // a county kept its name when it went to another city
    ['巢湖市庐江县', '340124', 'name', '巢湖市庐江县', ''],
  ])('%s', (name, code, kind, used, rest) => {
    const got = readPlace(name, gazetteer);
    expect(got.regions.map((region) => region.code)).toEqual([code]);
    expect(got).toMatchObject({ kind, used, rest, town: null });
  });

  test.each([
    ['鼓楼区教育局', ['320106', '320302', '350102', '410204']],
    ['长安区人民政府', ['130102', '610116']],
    ['普陀区民政局', ['310107', '330903']],
    ['永定区财政局', ['350803', '430802']],
    ['白云区财政局', ['440111', '520113']],
    ['海州区财政局', ['210902', '320706']],
    ['新华区财政局', ['130105', '130902', '410402']],
    // 河北 has one of them only
    ['河北省新华区财政局', ['130105', '130902']],
  ])('%s may mean several', (name, all) => {
    expect(codes(name)).toEqual(all);
  });

  test.each([
    '财政局',
    '县财政局',
    '某某县财政局',
    '',
    '关于江永县',
    '太仓某某',
    '江永',
    '江永某某',
    '长沙',
    '吉林某某',
  ])('%j begins with none', (name) => {
    expect(readPlace(name, gazetteer)).toEqual({ regions: [], kind: null, used: '', rest: name, town: null });
  });

  test('behind the words of a national system a bare name is one', () => {
    expect(codes('江永', true)).toEqual(['431125']);
    expect(codes('舟山某某', true)).toEqual(['330900']);
  });
  test('a whole name stands before a bare one', () => {
    expect(codes('巴州人民政府')).toEqual(['652800']);
    expect(codes('巴州区人民政府')).toEqual(['511902']);
  });
  test('a bare name is none where its kind follows, and a place of another province does not go on from the first', () => {
    expect(readPlace('江永市财政局', gazetteer).regions).toEqual([]);
    expect(readPlace('湖南省万源市财政局', gazetteer)).toMatchObject({
      used: '湖南省',
      rest: '万源市财政局',
    });
  });
});

describe('a township', () => {
  test.each([
    // [name, code, kind, township as written, rest]
    ['江永县上江圩镇人民政府', '431125101', 'town', '上江圩镇', '人民政府'],
    ['江永县人民政府上江圩镇财政所', '431125101', 'town', '上江圩镇', '财政所'],
    ['上江圩镇人民政府', '431125101', 'town', '上江圩镇', '人民政府'],
    // a 乡 that became a 镇 since, in its county
    ['江永县上江圩乡人民政府', '431125101', 'town', '上江圩乡', '人民政府'],
    ['恩施市芭蕉侗族乡', '422801207', 'town', '芭蕉侗族乡', ''],
    ['恩施市芭蕉乡', '422801207', 'town', '芭蕉乡', ''],
    ['东莞市虎门镇人民政府', '441900121', 'town', '虎门镇', '人民政府'],
    ['广东省东莞市虎门镇', '441900121', 'town', '虎门镇', ''],
    // one that is in no gazetteer is placed in its county
    ['江永县某某镇人民政府', '431125', 'unknown town', '某某镇', '人民政府'],
    ['江永县某某街道办事处', '431125', 'unknown town', '某某街道办事处', ''],
    ['宁波市鄞州区东郊街道办事处', '330212013', 'town', '东郊街道办事处', ''],
    // a regiment of the 兵团
    ['第一师阿拉尔市十六团新开岭镇', '659002114', 'town', '新开岭镇', ''],
  ])('%s', (name, code, kind, town, rest) => {
    const got = readPlace(name, gazetteer);
    expect(got.regions.map((region) => region.code)).toEqual([code]);
    expect(got).toMatchObject({ kind, town, rest });
    expect(got.used + got.rest).toBe(name);
  });
  test('that nothing follows which a township has is none', () => {
    expect(readPlace('江永县某某镇长期规划局', gazetteer)).toMatchObject({ used: '江永县', town: null });
  });
  test('borne by many stays open', () => {
    const got = readPlace('城关镇人民政府', gazetteer);
    expect(got.regions.length).toBeGreaterThan(50);
    expect(got).toMatchObject({ kind: 'town', town: '城关镇', rest: '人民政府' });
    expect(readPlace('蓝田县城关镇人民政府', gazetteer)).toMatchObject({
      kind: 'unknown town',
      town: '城关镇',
    });
    expect(codes('蓝田县城关镇人民政府')).toEqual(['610122']);
  });
  test('of an unknown city district does not make its city one', () => {
    expect(readPlace('永州市某某镇人民政府', gazetteer)).toMatchObject({ used: '永州市', town: null });
  });
  test.each(['十六团', '第十六团', '十六团场'])('the regiment %s alone stands in its city', (regiment) => {
    const got = readPlace(`第一师阿拉尔市${regiment}`, gazetteer);
    expect(got.regions.every(({ code }) => code.startsWith('659002'))).toBe(true);
    expect(got).toMatchObject({ town: regiment, rest: '' });
  });
  test('no regiment stands elsewhere', () => {
    expect(readPlace('江永县十六团', gazetteer)).toMatchObject({
      used: '江永县',
      rest: '十六团',
      town: null,
    });
  });
});
