/** Which region an agency belongs to, told by its name, its address and what the page around it says. */
import { describe, expect, test } from 'vitest';
import { identify, loadGazetteer } from '../../lib/identify';
import { path } from '../../lib/identify/region';
import { linesDocument } from './lines-document';

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
    expect(got.region.code).toBe('431125');
    expect(got.issues.map(({ code }) => code)).toEqual(['identity.agency_unknown', 'identity.scope_unknown']);
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
