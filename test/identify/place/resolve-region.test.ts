/** Which region an agency belongs to, told by its name, its address and what the page around it says. */
import { describe, expect, test } from 'vitest';
import { identify, loadGazetteer } from '../../../lib/identify/index';
import type { Signal } from '../../../lib/identify/place/signal';
import type { Region } from '../../../lib/identify/place/gazetteer';
import type { PlaceReading } from '../../../lib/identify/place/place-in-name';
import { path, resolveRegion } from '../../../lib/identify/place/resolve-region';
import type { Evidence } from '../../../lib/record';
import { linesDocument } from '../lines-document';

const gazetteer = loadGazetteer();
const REPORT = '2021年政府信息公开工作年度报告';
const read = (agency: string, url: string | null = null, text: string | null = null) =>
  identify(
    { title: `${agency}${REPORT}`, url, document: text === null ? null : linesDocument(text), path: null },
    gazetteer,
  );
const rules = (got: ReturnType<typeof read>) =>
  got.issues.map(({ code }) => code).filter((code) => code.includes('region'));
const BODY = '\n一、总体情况\n2021年,依法公开。\n六、其他需要报告的事项\n无\n';

test('a path of places goes from the province down', () => {
  const town = gazetteer.byCode.get('431125101');
  expect(town && path(town)).toBe('湖南省永州市江永县上江圩镇');
});

test('a region has a name at each level, and evidence', () => {
  expect(read('江永县上江圩镇人民政府').region).toEqual({
    code: '431125101',
    level: 'township',
    province: '湖南省',
    prefecture: '永州市',
    county: '江永县',
    township: '上江圩镇',
    evidence: [
      { kind: 'title', text: `江永县上江圩镇人民政府${REPORT}`, at: null, says: '江永县上江圩镇人民政府' },
    ],
  });
  expect(read('北京市朝阳区财政局').region).toMatchObject({
    province: '北京市',
    prefecture: null,
    county: '朝阳区',
    township: null,
  });
  expect(read('国家统计局').region).toMatchObject({ code: null, level: 'national', province: null });
});

describe('the name alone', () => {
  test('that is one place’s decides, whatever the page around it says', () => {
    const got = read('江永县财政局', 'http://www.wanyuan.gov.cn/', `地址:四川省达州市万源市太平镇${BODY}`);
    expect(got.region.code).toBe('431125');
    expect(got.region.evidence.map(({ kind }) => kind)).toEqual(['title']);
  });
  test('takes up to three clues that agree as evidence', () => {
    const text = `江永县人民政府\n来源:江永县财政局${BODY}主办:江永县人民政府 网站标识码:4311250001 湘ICP备05009409号`;
    const got = read('江永县财政局', 'http://www.jiangyong.gov.cn/', text);
    expect(got.region.evidence.map(({ kind }) => kind)).toEqual([
      'title',
      'host',
      'body text',
      'source line',
    ]);
  });
  test('of a township that one county has says so', () => {
    const got = read('上江圩镇人民政府');
    expect(got.region.code).toBe('431125101');
    expect(got.region.evidence[1]).toMatchObject({
      kind: 'gazetteer',
      text: '上江圩镇',
      says: 'the only township of this name: 湖南省永州市江永县上江圩镇',
    });
    expect(got.agency.name).toBe('上江圩镇人民政府');
  });
  test('of an unknown township places it in its county, and says so', () => {
    const got = read('江永县某某镇人民政府');
    expect(got.region).toMatchObject({
      code: '431125',
      level: 'township',
      county: '江永县',
      township: '某某镇',
    });
    expect(got.issues).toMatchObject([
      { code: 'identity.region_unknown', actual: '某某镇 is no township of 江永县 today' },
    ]);
  });
  test('of several places stays open, with the level they share and the first four of them', () => {
    const got = read('鼓楼区教育局');
    expect(got.region).toMatchObject({ code: null, level: 'county', township: null, evidence: [] });
    expect(got.issues).toMatchObject([{ code: 'identity.region_ambiguous' }]);
    for (const place of [
      '320106 江苏省南京市鼓楼区',
      '320302 江苏省徐州市鼓楼区',
      '350102 福建省福州市鼓楼区',
      '410204 河南省开封市鼓楼区',
    ])
      expect(got.issues[0]?.actual).toContain(place);
    expect(got.issues[0]?.actual).not.toContain('more');
    const town = read('城关镇人民政府');
    expect(town.region).toMatchObject({ code: null, level: 'township', township: '城关镇' });
    expect(town.issues[0]?.actual).toMatch(/^城关镇: (?:\d{9} [^,]+, ){3}\d{9} [^,]+ and \d+ more$/);
  });
});

describe('a namesake', () => {
  test.each([
    // [name, address, code]
    ['鼓楼区教育局', 'http://www.njgl.gov.cn/', '320106'],
    ['鼓楼区教育局', 'http://www.xzgl.gov.cn/', '320302'],
    ['鼓楼区教育局', 'http://gulou.nanjing.gov.cn/', '320106'],
    ['朝阳区财政局', 'http://www.bjchy.gov.cn/', '110105'],
    ['朝阳区财政局', 'http://www.ccchaoyang.gov.cn/', '220104'],
    ['和平区财政局', 'http://www.tjhp.gov.cn/', '120101'],
    ['市中区审计局', 'http://www.leshan.gov.cn/szq/', '511102'],
    ['普陀区民政局', 'http://www.putuo.gov.cn/', '330903'],
    ['普陀区民政局', 'https://www.shpt.gov.cn/', '310107'],
    ['城关镇人民政府', 'http://www.helingeer.gov.cn/', '150123100'],
    // the site is a city’s, its path the county’s
    ['西湖区财政局', 'http://www.hangzhou.gov.cn/xihu/', '330106'],
    // the name alone fits any of them
    ['鼓楼区教育局', 'http://www.gulou.gov.cn/', null],
    ['鼓楼区教育局', 'http://www.gl.gov.cn/', null],
    ['鼓楼区教育局', 'http://www.abc.com/', null],
    // another place says nothing of them
    ['鼓楼区教育局', 'http://www.jiangyong.gov.cn/', null],
  ])('%s at %s', (name, url, code) => {
    const got = read(name, url);
    expect(got.region.code).toBe(code);
    expect(got.region.evidence.length > 0).toBe(code !== null);
    expect(rules(got)).toEqual(
      code === null ? ['identity.region_ambiguous'] : got.region.level === 'township' ? rules(got) : [],
    );
  });
  test.each([
    ['邮编:350001', '350102'],
    ['闽ICP备05009409号', '350102'],
    ['网站标识码:4102040001', '410204'],
    // Jiangsu has two
    ['邮编:210001', null],
    ['苏ICP备05009409号', null],
    ['联系电话:0516-88888888', '320302'],
  ])('is told by %s', (line, code) => {
    expect(read('鼓楼区教育局', null, `${BODY}${line}`).region.code).toBe(code);
  });
});

describe('a township on the site of a county that has none of its name', () => {
  test('is one of that county that is gone', () => {
    const got = read('上江圩镇人民政府', 'http://www.wanyuan.gov.cn/');
    expect(got.region).toMatchObject({ code: '511781', level: 'township', township: '上江圩镇' });
    expect(got.issues.map(({ code }) => code)).toEqual(['identity.region_unknown']);
    expect(got.region.evidence.map(({ kind }) => kind)).toEqual(['host']);
  });
  test('stays open where the site is a city’s', () => {
    const got = read('上江圩镇人民政府', 'http://www.dazhou.gov.cn/');
    expect(got.region).toMatchObject({ code: null, level: 'township', township: '上江圩镇' });
    expect(rules(got)).toEqual(['identity.region_ambiguous']);
  });
  test('but the site of its own city agrees', () => {
    expect(read('上江圩镇人民政府', 'http://www.yongzhou.gov.cn/').region.code).toBe('431125101');
    expect(read('江永县上江圩镇人民政府', 'http://www.wanyuan.gov.cn/').region.code).toBe('431125101');
  });
  test('of many namesakes too', () => {
    const got = read('城关镇人民政府', 'http://www.jiangyong.gov.cn/');
    expect(got.region).toMatchObject({ code: '431125', level: 'township', township: '城关镇' });
  });
  test('may be there under another kind since', () => {
    expect(read('兴华乡', 'http://mhk.gov.cn/zwgk/xxgk/xzj/xhz0/').region.code).toBe('220581114');
  });
});

describe('a name that begins with its kind alone', () => {
  test.each([
    // [name, address, code, level, name in full]
    ['县财政局', 'http://www.jiangyong.gov.cn/', '431125', 'county', '永州市江永县财政局'],
    ['市财政局', 'http://www.yongzhou.gov.cn/', '431100', 'prefecture', '永州市财政局'],
    ['市财政局', 'http://www.wanyuan.gov.cn/', '511781', 'county', '达州市万源市财政局'],
    ['省财政厅', 'http://czt.hunan.gov.cn/', '430000', 'province', '湖南省财政厅'],
    ['自治区财政厅', 'http://czt.xinjiang.gov.cn/', '650000', 'province', '新疆维吾尔自治区财政厅'],
    ['州财政局', 'http://www.haibei.gov.cn/', '632200', 'prefecture', '海北藏族自治州财政局'],
    ['旗财政局', 'http://www.aohanqi.gov.cn/', '150430', 'county', '赤峰市敖汉旗财政局'],
    ['区财政局', 'https://www.bjhd.gov.cn/', '110108', 'county', '北京市海淀区财政局'],
    ['区浐灞办', 'http://www.baqiao.gov.cn/', '610111', 'county', '西安市灞桥区浐灞办'],
    // of another kind than the host says
    ['县财政局', 'http://www.yongzhou.gov.cn/', null, 'county', '县财政局'],
    ['区财政局', 'http://www.jiangyong.gov.cn/', null, 'county', '区财政局'],
    ['省财政厅', 'http://www.abc.com/', null, 'province', '省财政厅'],
    ['盟财政局', null, null, 'prefecture', '盟财政局'],
    ['行署财政局', null, null, 'prefecture', '行署财政局'],
    ['旗财政局', null, null, 'county', '旗财政局'],
    ['市财政局', null, null, null, '市财政局'],
    ['财政局', null, null, null, '财政局'],
  ])('%s at %s', (name, url, code, level, full) => {
    const got = read(name, url);
    expect([got.region.code, got.region.level, got.agency.name]).toEqual([code, level, full]);
    expect(rules(got)).toEqual(code === null ? ['identity.region_unknown'] : []);
  });
  test('takes its county from a clue below it, its city from one above only with a word for it', () => {
    expect(read('县财政局', null, `${BODY}地址:江永县上江圩镇`).region.code).toBe('431125');
    expect(read('市财政局', null, `${BODY}主办:永州市江永县人民政府`).region.code).toBe('431100');
    expect(read('省财政厅', null, `${BODY}网站标识码:4311250001`).region.code).toBe('430000');
  });
});

describe('a name without a place', () => {
  test('is placed where the clues agree', () => {
    const got = read('财政局', 'http://www.jiangyong.gov.cn/');
    expect(got.region.code).toBe('431125');
    expect(got.region.evidence.map(({ kind, says }) => [kind, says])).toEqual([
      ['host', '湖南省永州市江永县'],
    ]);
  });
  test('stays open where one weak clue is all, or two contradict each other', () => {
    expect(read('财政局', 'http://www.jiangyong.com/').region.code).toBeNull();
    expect(read('财政局', null, `${BODY}湘ICP备05009409号`).region.code).toBeNull();
    expect(
      read('财政局', 'http://www.jiangyong.gov.cn/', `${BODY}公网安备 51178102000001号`).region.code,
    ).toBeNull();
  });
  test('and without a name is not placed by where its office sits', () => {
    const anonymous = (line: string) =>
      identify({ title: REPORT, url: null, document: linesDocument(`${BODY}${line}`), path: null }, gazetteer)
        .region;
    expect(anonymous('地址:北京市西城区月坛南街57号 邮编:100826').code).toBeNull();
    expect(anonymous('主办:北京市西城区人民政府').code).toBe('110102');
  });
  test('of a township is placed in the county of its site, and is not the county', () => {
    const got = read('某某镇人民政府', 'http://www.jiangyong.gov.cn/');
    expect(got.region).toMatchObject({ code: '431125', level: 'township', township: '某某镇' });
    expect(rules(got)).toEqual(['identity.region_unknown']);
    expect(read('某某镇人民政府', 'http://www.yongzhou.gov.cn/').region).toMatchObject({
      code: null,
      level: 'township',
    });
    expect(read('某某镇人民政府').region).toMatchObject({ code: null, level: 'township' });
  });
});

describe('a zone', () => {
  test.each([
    ['重庆两江新区管理委员会', null, '500000', null],
    ['苏州工业园区管理委员会', null, '320500', 'prefecture'],
    ['昆山开发区', null, '320583', 'county'],
    ['新疆生产建设兵团', null, '650000', 'province'],
    // named after its city, on the site of the county that it lies in
    ['重庆某某商务区管理委员会', 'https://www.cqyz.gov.cn/', '500103', 'county'],
    ['重庆某某商务区管理委员会', 'https://www.abc.com/', '500000', null],
    ['台州湾经济技术开发区管委会', 'https://www.linhai.gov.cn/', '331082', 'county'],
    ['台州湾经济技术开发区管委会', 'https://www.zjtz.gov.cn/', '331000', 'prefecture'],
  ])('%s at %s', (name, url, code, level) => {
    expect(read(name, url).region).toMatchObject({ code, level });
  });
});

describe('the name in full', () => {
  test.each([
    ['江永县财政局', '江永县财政局'],
    ['江永县', '江永县人民政府'],
    ['江永县人民政府', '江永县人民政府'],
    ['永州市江永县', '永州市江永县人民政府'],
    ['江永县上江圩镇', '江永县上江圩镇人民政府'],
    ['上江圩镇', '江永县上江圩镇人民政府'],
    ['上海市徐汇区天平路街道', '上海市徐汇区天平路街道办事处'],
    ['昆山开发区', '昆山开发区'],
    ['某某局', '某某局'],
  ])('of %s is %s', (written, name) => {
    expect(read(written).agency).toMatchObject({ as_written: written, name });
  });
  test('of an overwritten one is rebuilt from the region and the office left, and the finding says both', () => {
    const got = read('华体会体育审计局', 'https://www.fgkjw.com/kaijiang/1.html');
    expect(got.agency).toMatchObject({
      as_written: '华体会体育审计局',
      name: '开江县审计局',
      body: 'department',
    });
    expect(got.findings).toEqual([
      {
        rule: 'identity.name_overwritten',
        severity: 'info',
        fields: [],
        left: '华体会体育审计局',
        right: '开江县审计局',
        difference: null,
        left_fields: 0,
      },
    ]);
    const unplaced = read('华体会体育审计局', 'https://www.abc.com/');
    expect([unplaced.agency.name, unplaced.region.code]).toEqual(['华体会体育审计局', null]);
  });
  test('of no agency is none', () => {
    const got = identify(
      { title: REPORT, url: 'http://www.jiangyong.gov.cn/', document: null, path: null },
      gazetteer,
    );
    expect(got.agency).toMatchObject({ as_written: '', name: '', body: null, scope: 'unknown' });
    expect(got.region.code).toBeNull();
    expect(got.issues.map(({ code }) => code)).toEqual([
      'identity.region_unknown',
      'identity.agency_unknown',
      'identity.scope_unknown',
    ]);
  });
});

describe('an address alone', () => {
  const placed = (url: string) =>
    identify({ title: null, url, document: null, path: null }, gazetteer).region.code;
  test.each([
    ['http://www.jiangyong.gov.cn/xxgk/jyj/t1.html', '431125'],
    ['http://czj.jiangyong.gov.cn/xxgk/t1.html', '431125'],
    ['http://www.jiangyong.gov.cn/bmxxgk/nb/t1.html', '431125'],
    ['http://yjgl.tj.gov.cn/nb/t1.html', '120000'],
  ])('tells the site of an organ: %s', (url, code) => {
    expect(placed(url)).toBe(code);
  });
  test.each([
    'http://www.jiangyong.gov.cn/show-1.html',
    'http://www.jiangyong.gov.cn/zfxxgk/xz/t1.html',
    'http://www.jiangyong.gov.cn/xzzf6/bmxxgk/t1.html',
    'http://www.jiangyong.gov.cn/hxjd/jyj/t1.html',
    'http://www.jiangyong.gov.cn/zjzfxxgknb/jyj/t1.html',
  ])('tells nothing where the page can be that of a township: %s', (url) => {
    expect(placed(url)).toBeNull();
  });
});

describe('a report that only says 我镇', () => {
  const text = '本报告结合我镇实际,汇报我镇2023年政府信息公开工作。\n一、总体情况\n按要求公开。';
  const of = (url: string | null) =>
    identify({ title: null, url, document: linesDocument(text), path: null }, gazetteer);
  test('is a township’s own wherever it lies', () => {
    const got = of(null);
    expect(got.region).toMatchObject({ code: null, level: 'township' });
    expect(got.agency).toMatchObject({ as_written: '', name: '', body: 'government', scope: 'own' });
  });
  test('lies in the county of its site', () => {
    expect(of('http://www.jiangyong.gov.cn/').region).toMatchObject({ code: '431125', level: 'township' });
  });
});

/** What the region step makes of a reading and clues that are written here, not found in a title or a page. */
describe('from a reading and clues', () => {
  const at = (code: string): Region => {
    const region = gazetteer.byCode.get(code);
    if (!region) throw new Error(`no region ${code}`);
    return region;
  };
  const clue = (kind: Signal['kind'], weight: number, ...codes: string[]): Signal => ({
    kind,
    text: codes.join(' '),
    at: null,
    regions: codes.map(at),
    weight,
  });
  const NOTHING: PlaceReading = { regions: [], kind: null, used: '', rest: '', town: null };
  const SAID: Evidence = { kind: 'title', text: 'the title', at: null, says: 'the name' };
  type Given = Partial<Omit<PlaceReading, 'regions'>> & {
    name?: string;
    among?: string[];
    clues?: Signal[];
    urls?: string[];
  };
  const resolve = ({ name = '', among = [], clues = [], urls = [], ...reading }: Given) => {
    const got = resolveRegion(
      name,
      { ...NOTHING, rest: name, ...reading, regions: among.map(at) },
      clues,
      urls,
      gazetteer,
      SAID,
    );
    return { ...got, code: got.region?.code ?? null };
  };
  const codeOf = (given: Given) => resolve(given).code;
  const kinds = (given: Given) => resolve(given).evidence.map(({ kind }) => kind);

  // GB/T 2260: one region of each kind, and one that is near but of another kind
  const KINDS: [string, string, string, Signal][] = [
    ['自治区', 'province', '450000', clue('body text', 6, '430000')],
    ['省', 'province', '430000', clue('body text', 6, '650000')],
    ['州', 'prefecture', '422800', clue('body text', 6, '431125')],
    ['自治州', 'prefecture', '422800', clue('body text', 6, '431125')],
    ['盟', 'prefecture', '152500', clue('body text', 6, '431125')],
    ['行署', 'prefecture', '653100', clue('body text', 6, '431125')],
    ['地区', 'prefecture', '653100', clue('body text', 6, '110105021')],
    ['县', 'county', '431125', clue('body text', 6, '110108')],
    ['自治县', 'county', '431125', clue('body text', 6, '110108')],
    ['旗', 'county', '150430', clue('body text', 6, '431125')],
    ['自治旗', 'county', '150722', clue('body text', 6, '431125')],
    ['区', 'county', '110108', clue('body text', 6, '431125')],
    ['市', 'prefecture', '511700', clue('body text', 6, '430000')],
  ];
  test.each(KINDS)('a name that begins with %s is of a region of that kind', (word, level, code, other) => {
    const name = `${word}财政局`;
    expect(resolve({ name, clues: [clue('body text', 1.5, code)] })).toMatchObject({ code, level });
    expect(codeOf({ name, clues: [other] })).toBeNull();
    expect(resolve({ name }).level).toBe(word === '市' ? null : level);
    // inside a name the word says nothing, and so weak a clue does not place it
    expect(resolve({ name: `驻${word}办`, clues: [clue('body text', 2, code)] })).toMatchObject({
      code: null,
      level: null,
    });
  });
  test('a hint looks above a clue, but not at townships that are called like a county or a prefecture', () => {
    const of = (name: string, code: string) => codeOf({ name, clues: [clue('body text', 6, code)] });
    expect(of('盟财政局', '152501')).toBe('152500');
    expect(of('行署财政局', '653101')).toBe('653100');
    expect(of('县财政局', '350527000')).toBe('350527');
    expect(of('区财政局', '110105021')).toBe('110105');
  });
  test('a clue that is no region’s own counts for none above it without a hint, and half with one', () => {
    expect(codeOf({ name: '县财政局', clues: [clue('area code', 1, '431125')] })).toBeNull();
    expect(codeOf({ name: '县财政局', clues: [clue('body text', 2, '431125', '110108')] })).toBeNull();
    expect(codeOf({ name: '市财政局', clues: [clue('body text', 2.5, '431125')] })).toBeNull();
    expect(codeOf({ name: '市财政局', clues: [clue('body text', 3, '431125')] })).toBe('431100');
  });
  test('the clues are weighed, whichever comes first, and the lead must be one', () => {
    const of = (...weights: [number, number]) =>
      resolve({
        name: '财政局',
        clues: [clue('body text', weights[0], '431125'), clue('footer', weights[1], '511781')],
      });
    expect(of(3, 6)).toMatchObject({ code: '511781', evidence: [{ kind: 'footer' }] });
    expect(of(4, 3)).toMatchObject({ code: '431125', evidence: [{ kind: 'body text' }] });
    expect(of(3.5, 3).code).toBeNull();
    expect(of(3, 0)).toMatchObject({ code: '431125', level: 'county', township: null });
    expect(of(2.9, 0).code).toBeNull();
  });
  test('a clue that can mean several regions is shared among them, and stands with the first three', () => {
    const shared = clue('site code', 8, '431125', '511781', '511723', '110108');
    const got = resolve({ name: '财政局', clues: [shared, clue('footer', 3, '431125')] });
    expect(got.code).toBe('431125');
    expect(got.evidence.map(({ says }) => says)).toEqual([
      '湖南省永州市江永县 or 四川省达州市万源市 or 四川省达州市开江县',
      '湖南省永州市江永县',
    ]);
  });
  test('at most four clues are quoted', () => {
    const clues = [1, 2, 3, 4, 5].map((weight) => clue('body text', weight, '431125'));
    expect(kinds({ name: '财政局', clues })).toHaveLength(4);
    const among = ['320106', '350102'];
    const own = [1, 2, 3, 4, 5].map((weight) => clue('body text', weight, '320106'));
    expect(kinds({ used: '鼓楼区', among, clues: own })).toEqual(['title', ...Array(4).fill('body text')]);
  });
  test('no name is not placed by where its office sits, but by that and more', () => {
    for (const kind of ['contact line', 'postcode', 'area code'] as const)
      expect(codeOf({ clues: [clue(kind, 4, '431125')] })).toBeNull();
    expect(codeOf({ clues: [clue('postcode', 2, '431125'), clue('footer', 2, '431125')] })).toBe('431125');
    expect(codeOf({ name: '财政局', clues: [clue('postcode', 4, '431125')] })).toBe('431125');
  });
  test('what stays unknown names what is missing', () => {
    const told = (name: string) => resolve({ name });
    expect(told('财政局')).toMatchObject({ region: null, level: null, township: null, evidence: [] });
    expect(told('财政局').issues).toMatchObject([
      { actual: '财政局', expected: 'a place in the name, the text, the footer or the host' },
    ]);
    expect(told('').issues).toMatchObject([{ code: 'identity.region_unknown', actual: 'no agency' }]);
  });

  test('a township without a place is one of the county, or the township itself, that the clues tell', () => {
    const of = (name: string, code: string) => resolve({ name, clues: [clue('body text', 6, code)] });
    expect(of('某某镇', '431125')).toMatchObject({ code: '431125', level: 'township', township: '某某镇' });
    expect(of('某某苏木党政办', '150430')).toMatchObject({ level: 'township', township: '某某苏木' });
    expect(of('某某镇', '431125101')).toMatchObject({ code: '431125101', township: '某某镇' });
    expect(of('某某镇', '431100').code).toBeNull();
    expect(of('2021某某镇', '431125')).toMatchObject({ level: 'county', township: null });
    expect(of('财政局', '431125101')).toMatchObject({ level: 'township', township: '上江圩镇', issues: [] });
  });
  test('a host of the kind meant is the last label, of four letters or more, and a government’s', () => {
    const of = (...urls: string[]) => codeOf({ name: '县财政局', urls });
    expect(of('http://czj.jiangyong.gov.cn/')).toBe('431125');
    expect(of('http://jiangyong.czj.gov.cn/')).toBeNull();
    expect(of('http://www.jiangyong.com/')).toBeNull();
    // 叶县
    expect(of('http://www.ye.gov.cn/')).toBeNull();
    expect(of('http://www.yexian.gov.cn/')).toBe('410422');
  });

  const ZONED = { used: '某市', rest: '某某商务区管理委员会' };
  test('a zone named after its city lies in the county on whose site it stands', () => {
    const got = resolve({ ...ZONED, among: ['331000'], urls: ['https://www.linhai.gov.cn/'] });
    expect(got).toMatchObject({ code: '331082', level: 'county' });
    expect(got.evidence).toEqual([
      SAID,
      { kind: 'host', text: 'linhai', at: null, says: '浙江省台州市临海市' },
    ]);
  });
  test.each<[string, Given, string, string | null]>([
    [
      'the site is the city’s own, and a county’s of the same spelling',
      { among: ['430400'], urls: ['https://www.hengyang.gov.cn/'] },
      '430400',
      'prefecture',
    ],
    [
      'the site is a city’s of the province',
      { among: ['330000'], urls: ['https://www.hangzhou.gov.cn/'] },
      '330000',
      null,
    ],
    [
      'the site is a county’s elsewhere',
      { among: ['331000'], urls: ['https://www.jiangyong.gov.cn/'] },
      '331000',
      'prefecture',
    ],
    [
      'the site is no government’s',
      { among: ['331000'], urls: ['https://www.linhai.com/'] },
      '331000',
      'prefecture',
    ],
    [
      'the zone itself is known',
      { among: ['331000'], kind: 'zone', urls: ['https://www.linhai.gov.cn/'] },
      '331000',
      'prefecture',
    ],
    [
      'it is an office',
      { among: ['331000'], rest: '财政局', urls: ['https://www.linhai.gov.cn/'] },
      '331000',
      'prefecture',
    ],
    ['it is an office for towns', { among: ['500000'], rest: '城市管理局' }, '500000', 'province'],
    ['it is a zone of a whole province', { among: ['500000'], rest: '解放碑中央商务区' }, '500000', null],
  ])('but not where %s', (_, given, code, level) => {
    expect(resolve({ ...ZONED, ...given })).toMatchObject({ code, level });
  });

  const TOWN = { used: '上江圩镇', town: '上江圩镇', kind: 'town', among: ['431125101'] } as const;
  test.each<[string, Signal]>([
    ['a weak host', clue('host', 2, '511781')],
    ['a host of two', clue('host', 6, '511781', '511723')],
    ['a site code', clue('site code', 8, '511781')],
  ])('only a plain host takes a township elsewhere, not %s', (_, told) => {
    const candidates = { ...TOWN, among: ['150123100', '150124100'], used: '城关镇', town: '城关镇' };
    expect(codeOf({ ...TOWN, among: ['431125101'], clues: [told] })).toBe('431125101');
    expect(codeOf({ ...TOWN, among: ['431125101'], clues: [clue('host', 6, '511781')] })).toBe('511781');
    expect(codeOf({ ...candidates, clues: [told] })).toBeNull();
    expect(codeOf({ ...candidates, clues: [clue('host', 6, '511781')] })).toBe('511781');
    // a place before the township says where it lies
    const placed = { ...candidates, used: '内蒙古自治区城关镇' };
    expect(codeOf({ ...placed, clues: [clue('host', 6, '511781')] })).toBeNull();
    expect(resolve({ ...candidates, clues: [clue('host', 6, '511700')] }).issues).toMatchObject([
      {
        actual:
          '城关镇: 150123100 内蒙古自治区呼和浩特市和林格尔县城关镇, 150124100 内蒙古自治区呼和浩特市清水河县城关镇',
        expected: 'words, host or record number that name one of them',
      },
    ]);
  });
  test('a township that the site’s county has is that one, and nothing is amiss', () => {
    const got = resolve({
      ...TOWN,
      kind: 'former town',
      among: ['511781'],
      clues: [clue('host', 6, '431125')],
    });
    expect(got).toMatchObject({ code: '431125101', level: 'township', township: '上江圩镇', issues: [] });
    expect(got.evidence.map(({ kind }) => kind)).toEqual(['host']);
  });
  test('a township that is gone stands in its county, and is not called the only one of its name', () => {
    const got = resolve({ used: '仁和镇', town: '仁和镇', kind: 'former town', among: ['431125'] });
    expect(got).toMatchObject({ code: '431125', level: 'township', township: '仁和镇', evidence: [SAID] });
    expect(got.issues).toMatchObject([
      {
        code: 'identity.region_unknown',
        actual: '仁和镇 is no township of 江永县 today',
        expected: 'a township of the gazetteer; placed in its county',
      },
    ]);
  });
  test('of a township here and the county of one that is gone, the county’s says so', () => {
    const among = ['431125101', '511781'];
    const at511781 = resolve({ ...TOWN, among, clues: [clue('footer', 3, '511781')] });
    expect(at511781).toMatchObject({ code: '511781', level: 'township', township: '上江圩镇' });
    expect(at511781.issues).toMatchObject([{ actual: '上江圩镇 is no township of 万源市 today' }]);
    const at431125 = resolve({ ...TOWN, among, clues: [clue('footer', 3, '431125')] });
    expect(at431125).toMatchObject({ code: '431125101', level: 'township', issues: [] });
  });
  test('a township may have become another kind since, where a clue tells its county', () => {
    const among = ['150123100', '150124100'];
    const of = (town: string, county: string | null, used = town) =>
      resolve({ used, town, kind: 'town', among, clues: county ? [clue('footer', 3, county)] : [] });
    expect(of('菁华铺镇', '430182')).toMatchObject({ code: '430182203', township: '菁华铺镇', issues: [] });
    expect(of('雨敞坪乡', '430104')).toMatchObject({ code: '430104105', township: '雨敞坪乡' });
    expect(of('马王堆镇', '430102').code).toBe('430102010');
    // nothing tells, a place before it already told otherwise, one character is no name
    expect(of('菁华铺镇', null).code).toBeNull();
    expect(of('菁华铺镇', '430182', '宁乡市菁华铺镇').code).toBeNull();
    expect(of('张乡', '110113').code).toBeNull();
  });

  const GULOU = { used: '鼓楼区', kind: 'name', among: ['320106', '350102'] } as const;
  const gulou = (given: Given) => codeOf({ ...GULOU, among: ['320106', '350102'], ...given });
  test('of two namesakes one must weigh enough and lead by enough', () => {
    const of = (...clues: Signal[]) => gulou({ clues });
    expect(of(clue('body text', 1.5, '320106'))).toBe('320106');
    expect(of(clue('body text', 1.4, '320106'))).toBeNull();
    expect(of(clue('footer', 3, '320106'), clue('footer', 2, '350102'))).toBe('320106');
    expect(of(clue('footer', 2.9, '320106'), clue('footer', 2, '350102'))).toBeNull();
    // shared, and one of those it can mean agrees
    expect(of(clue('body text', 2, '320106', '110105'))).toBeNull();
    expect(of(clue('body text', 4, '110105', '320106'))).toBe('320106');
    // an address is weighed as such, unless it is known whose it is
    expect(of(clue('host', 6, '320106'))).toBeNull();
    expect(of(clue('path', 3, '320106'))).toBeNull();
    expect(of(clue('host', 8, '320106'))).toBe('320106');
  });
  test('a host above a namesake counts less than its own', () => {
    // 3 for the whole name, twice for a government’s, 0.9 for one step up: 5.4
    const urls = ['http://czj.nanjing.gov.cn/'];
    const got = resolve({ ...GULOU, among: ['320106', '350102'], urls });
    expect(got.code).toBe('320106');
    expect(got.evidence).toEqual([SAID, { kind: 'host', text: 'nanjing', at: null, says: '江苏省南京市' }]);
    expect(gulou({ urls, clues: [clue('footer', 4.3, '350102')] })).toBe('320106');
    expect(gulou({ urls, clues: [clue('footer', 4.5, '350102')] })).toBeNull();
    expect(gulou({ urls, clues: [clue('footer', 6.5, '350102')] })).toBe('350102');
  });
  test('a path counts for a township’s county and city, less than a host', () => {
    // 0.6 of 3 for the whole name, of 1 for initials alone
    const among = ['431125101', '150123100'];
    const of = (path: string, ...clues: Signal[]) =>
      resolve({ used: '某镇', town: '某镇', kind: 'town', among, clues, urls: [`http://12345/${path}/`] });
    const town = '湖南省永州市江永县上江圩镇';
    expect(of('yongzhou').code).toBe('431125101');
    expect(of('yongzhou').evidence).toEqual([SAID, { kind: 'path', text: 'yongzhou', at: null, says: town }]);
    expect(of('hunan').code).toBeNull();
    expect(of('yz').code).toBeNull();
    expect(of('yz', clue('footer', 2, '431125')).evidence.map(({ kind }) => kind)).toEqual([
      'title',
      'footer',
    ]);
  });
  test('what stays open is listed: four in full, the rest counted, with a level where all share it', () => {
    const list = (...among: string[]) => resolve({ used: '某地', among });
    expect(list('431100', '431125')).toMatchObject({ level: null, township: null, evidence: [] });
    expect(list('431125', '511781').level).toBe('county');
    expect(list('431125', '511781', '511723', '110108', '320106', '350102').issues[0]?.actual).toBe(
      '某地: 431125 湖南省永州市江永县, 511781 四川省达州市万源市, 511723 四川省达州市开江县, 110108 北京市海淀区 and 2 more',
    );
  });
});
