import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../../lib/identify/index';
import { findSignals } from '../../../lib/identify/place/find-signals';
import type { Line } from '../../../lib/identify/lines';
import { mentionSignals } from '../../../lib/identify/place/mentions';
import { linesDocument } from '../lines-document';
import { linesOf } from '../lines-of';

const gazetteer = loadGazetteer();
type Told = [kind: string, codes: string, weight: number];
const toldBy = (clues: ReturnType<typeof findSignals>): Told[] =>
  clues.map(({ kind, regions, weight }) => [kind, regions.map(({ code }) => code).join(' '), weight]);
const ofUrl = (url: string): Told[] => toldBy(findSignals([url], null, [], gazetteer));
/** What one line tells besides the places that running text mentions. */
const ofLine = (line: string | Partial<Line>): Told[] => {
  const lines = linesOf(line);
  const mentioned = mentionSignals(lines, gazetteer).length;
  const clues = findSignals([], null, lines, gazetteer);
  for (const clue of clues) expect(clue.at).toEqual({ line: 1 });
  return toldBy(clues.slice(0, clues.length - mentioned));
};

describe('an address tells', () => {
  test.each<[string, Told[]]>([
    ['http://www.jiangyong.gov.cn/', [['host', '431125', 6]]],
    ['http://czj.jiangyong.gov.cn/', [['host', '431125', 6]]],
    ['http://www.jiangyong.com/', [['host', '431125', 2]]],
    // known by hand: 普陀区 of 舟山, not of 上海
    ['http://www.putuo.gov.cn/', [['host', '330903', 8]]],
    [
      'http://jiangyong.putuo.gov.cn/',
      [
        ['host', '330903', 8],
        ['host', '431125', 6],
      ],
    ],
    ['http://www.putuo.com/', [['host', '310107 330903', 2]]],
    ['http://www.abc.com/kaijiang/1.html', [['path', '511723', 3]]],
    [
      'http://www.hunan.gov.cn/jiangyong/1.html',
      [
        ['host', '430000', 6],
        ['path', '431125', 3],
      ],
    ],
    ['http://www.yz.gov.cn/jiangyong/1.html', [['path', '431125', 3]]],
    // another place on a government's site, and words that spell one by chance
    ['http://www.sichuan.gov.cn/jiangyong/1.html', [['host', '510000', 6]]],
    ['http://www.putuo.gov.cn/jiangyong/1.html', [['host', '330903', 8]]],
    ['http://www.moe.gov.cn/nianbao/jiguan/1.html', []],
    ['http://www.moe.gov.cn/nianbao/jiangyong/1.html', []],
    ['http://www.abc.com/jiguan/gongan/dongtai/lianxi/guiding/1.html', []],
    // five letters of a path are too few
    ['http://www.abc.com/wuhan/1.html', []],
    ['http://www.zfxxgk.gov.cn/', []],
    ['no address', []],
  ])('%s', (url, told) => {
    expect(ofUrl(url)).toEqual(told);
  });
  test('its words are quoted', () => {
    const clues = findSignals(
      ['http://www.putuo.gov.cn/', 'http://www.abc.com/kaijiang/'],
      null,
      [],
      gazetteer,
    );
    expect(clues.map(({ text, at }) => [text, at])).toEqual([
      ['putuo', null],
      ['/kaijiang/', null],
    ]);
  });
});

test('the meta tells by its source and the name of the site', () => {
  const ofMeta = (meta: Record<string, string>) =>
    toldBy(findSignals([], { ...linesDocument(''), meta }, [], gazetteer));
  for (const key of ['SiteName', 'ContentSource', 'source', 'Author', 'sitedomain'])
    expect(ofMeta({ [key]: '江永县财政局' })).toEqual([['meta', '431125', 4]]);
  expect(ofMeta({ keywords: '江永县财政局' })).toEqual([]);
  expect(ofMeta({ source: '本站' })).toEqual([]);
});

describe('a line tells', () => {
  test.each<[string, Told[]]>([
    ['网站标识码:4311250001', [['site code', '431125', 8]]],
    ['网站标识码 4311250001', [['site code', '431125', 8]]],
    ['政府网站标识:4311250001', [['site code', '431125', 8]]],
    // a code that is gone stands for what it lay in
    ['网站标识码:4311990001', [['site code', '431100', 8]]],
    ['网站标识码:4399990001', [['site code', '430000', 8]]],
    ['网站标识码:9911250001', []],
    ['网站标识码:43112500012', []],
    [
      '湘公网安备43112502000123号',
      [
        ['security record', '431125', 6],
        ['ICP record', '430000', 2],
      ],
    ],
    ['公网安备 431125020001', [['security record', '431125', 6]]],
    ['湘ICP备05009409号', [['ICP record', '430000', 2]]],
    ['某ICP备05009409号', []],
    ['主办单位:江永县人民政府办公室', [['footer', '431125', 5]]],
    ['主办:江永县人民政府', [['footer', '431125', 5]]],
    ['版权所有 江永县人民政府', [['footer', '431125', 5]]],
    ['承办单位:某某信息中心', []],
    ['来源:江永县财政局', [['source line', '431125', 5]]],
    ['发布机构 : 江永县财政局', [['source line', '431125', 5]]],
    ['来源:本站编辑部', []],
    ['江永县人民政府', [['body text', '431125', 3]]],
    ['江永县人民政府门户网站', [['body text', '431125', 3]]],
    ['江永县人民政府公报', []],
    ['地址:江永县潇浦镇永明路', [['contact line', '431125100', 5]]],
    ['地址 江永县五一路1号', [['contact line', '431125', 5]]],
    ['邮编:425400', [['postcode', '430000', 2]]],
    ['邮政编码: 425400', [['postcode', '430000', 2]]],
    ['邮编:4254001', []],
    ['邮编:995400', []],
    ['联系电话:0746-5722222', [['area code', '431100', 2]]],
    ['传真:(0746)5722222', [['area code', '431100', 2]]],
    ['热线 010-12345678', [['area code', '110000', 2]]],
    ['电话:5722222', []],
    ['电话:0746-57222', []],
    ['编号:0746-5722222', []],
    ['本年度共公开 36 件', []],
  ])('%s', (text, told) => {
    expect(ofLine({ text, part: 'head' })).toEqual(told);
  });
  test('about the source only outside the report, about whose page it is only over it', () => {
    expect(ofLine({ text: '来源:江永县财政局', part: 'body' })).toEqual([]);
    expect(ofLine({ text: '来源:江永县财政局', part: 'foot' })).toEqual([['source line', '431125', 5]]);
    expect(ofLine({ text: '江永县人民政府', part: 'body' })).toEqual([]);
    expect(ofLine({ text: '江永县人民政府', cell: true })).toEqual([]);
  });
  test('of six to four hundred characters', () => {
    expect(ofLine('湘ICP备1')).toEqual([['ICP record', '430000', 2]]);
    expect(ofLine('湘ICP备')).toEqual([]);
    expect(ofLine(`湘ICP备${'1'.repeat(395)}`)).toHaveLength(1);
    expect(ofLine(`湘ICP备${'1'.repeat(396)}`)).toEqual([]);
  });
  test('the province by its plate', () => {
    const plates =
      '京11 津12 冀13 晋14 蒙15 辽21 吉22 黑23 沪31 苏32 浙33 皖34 闽35 赣36 鲁37 豫41 鄂42 湘43 粤44 桂45 琼46 渝50 川51 蜀51 贵52 黔52 云53 滇53 藏54 陕61 甘62 陇62 青63 宁64 新65';
    for (const plate of plates.split(' '))
      expect(ofLine(`${plate[0]}ICP备05009409号`)).toEqual([['ICP record', `${plate.slice(1)}0000`, 2]]);
  });
  test('the province by the first two digits of a postcode', () => {
    const towns: [postcode: string, province: string][] = [
      ['100000', '11'], // 北京
      ['200001', '31'], // 上海
      ['300040', '12'], // 天津
      ['400015', '50'], // 重庆
      ['010010', '15'], // 呼和浩特
      ['028000', '15'], // 通辽
      ['030000', '14'], // 太原
      ['044000', '14'], // 运城
      ['050000', '13'], // 石家庄
      ['063000', '13'], // 唐山
      ['075000', '13'], // 张家口
      ['110000', '21'], // 沈阳
      ['122000', '21'], // 朝阳
      ['130000', '22'], // 长春
      ['150000', '23'], // 哈尔滨
      ['161000', '23'], // 齐齐哈尔
      ['210000', '32'], // 南京
      ['221000', '32'], // 徐州
      ['230000', '34'], // 合肥
      ['241000', '34'], // 芜湖
      ['250000', '37'], // 济南
      ['266000', '37'], // 青岛
      ['276000', '37'], // 临沂
      ['310000', '33'], // 杭州
      ['325000', '33'], // 温州
      ['330000', '36'], // 南昌
      ['341000', '36'], // 赣州
      ['350000', '35'], // 福州
      ['361000', '35'], // 厦门
      ['410000', '43'], // 长沙
      ['421000', '43'], // 衡阳
      ['430000', '42'], // 武汉
      ['441000', '42'], // 襄阳
      ['450000', '41'], // 郑州
      ['461000', '41'], // 许昌
      ['473000', '41'], // 南阳
      ['510000', '44'], // 广州
      ['528000', '44'], // 佛山
      ['530000', '45'], // 南宁
      ['541000', '45'], // 桂林
      ['550000', '52'], // 贵阳
      ['563000', '52'], // 遵义
      ['570000', '46'], // 海口
      ['610000', '51'], // 成都
      ['621000', '51'], // 绵阳
      ['635000', '51'], // 达州
      ['641000', '51'], // 内江
      ['650000', '53'], // 昆明
      ['665000', '53'], // 普洱
      ['671000', '53'], // 大理
      ['710000', '61'], // 西安
      ['721000', '61'], // 宝鸡
      ['730000', '62'], // 兰州
      ['741000', '62'], // 天水
      ['750000', '64'], // 银川
      ['810000', '63'], // 西宁
      ['830000', '65'], // 乌鲁木齐
      ['844000', '65'], // 喀什
      ['850000', '54'], // 拉萨
      ['860000', '54'], // 林芝
    ];
    for (const [postcode, province] of towns)
      expect(ofLine(`邮编:${postcode}`)).toEqual([['postcode', `${province}0000`, 2]]);
  });
});
