import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../lib/document';
import { type Identity, identify, loadGazetteer } from '../../lib/identify';
import { linesDocument } from './lines-document';

const read = (
  text: string,
  more: { title?: string; url?: string; meta?: Record<string, string> } = {},
): Identity => {
  const document: Document = { ...linesDocument(text), meta: more.meta ?? {} };
  return identify(
    { title: more.title ?? null, url: more.url ?? null, document, path: null },
    loadGazetteer(),
  );
};

const BODY =
  '一、总体情况\n2021年,我局依法公开。\n二、主动公开政府信息情况\n五、存在的主要问题\n六、其他需要报告的事项\n无\n';

describe('a page around the report', () => {
  test('its list of other places at the end decides nothing', () => {
    const links = ['江永县', '道县', '宁远县', '蓝山县', '新田县', '双牌县', '祁阳市', '东安县'].join('\n');
    const got = read(
      `县财政局2021年政府信息公开工作年度报告\n${BODY}${links}\n${links.replaceAll('\n', ' | ')}`,
    );
    expect(got.region.code).toBeNull();
    expect(got.issues.map((issue) => issue.code)).toContain('identity.region_unknown');
  });

  test('its footer does', () => {
    const got = read(
      `县财政局2021年政府信息公开工作年度报告\n${BODY}主办单位:江永县人民政府办公室 网站标识码:4311250001 湘ICP备05009409号`,
    );
    expect(got.region).toMatchObject({ code: '431125', level: 'county' });
    expect(got.agency.name).toBe('永州市江永县财政局');
    expect(got.region.evidence.map((each) => each.kind)).toContain('site code');
  });

  test('a security record of the city hall district does not move the city into the district', () => {
    const got = read(`永州市财政局2021年政府信息公开工作年度报告\n${BODY}湘公网安备 43110302000123号`);
    expect(got.region.code).toBe('431100');
  });

  test("the day of the visit in the page's header is not the day of publication", () => {
    const got = read(`今天是2024年05月06日 星期一\n江永县财政局2021年政府信息公开工作年度报告\n${BODY}`);
    expect(got.published).toBeNull();
    expect(got.year).toBe(2021);
  });

  test('breadcrumbs and a title in two lines give the agency', () => {
    const got = read(
      `您现在的位置: 首页 > 政府信息公开 > 正文\n江永县水利局\n2021年政府信息公开工作年度报告\n发布时间:2022-01-18 来源:县水利局\n${BODY}`,
    );
    expect(got.agency.as_written).toBe('江永县水利局');
    expect(got.year).toBe(2021);
    expect(got.published).toBe('2022-01-18');
  });

  test('a title printed on three lines is joined', () => {
    const got = read(`江永县上江圩镇人民政府\n2021年\n政府信息公开工作年度报告\n${BODY}`);
    expect(got.title).toBe('江永县上江圩镇人民政府2021年政府信息公开工作年度报告');
    expect(got.region.level).toBe('township');
  });

  test("a container's old title gives way to the title in the text", () => {
    const document: Document = {
      ...linesDocument(`江永县水利局2021年政府信息公开工作年度报告\n${BODY}`),
      title: '道县水利局2018年政府信息公开工作年度报告',
    };
    const got = identify({ title: document.title, url: null, document, path: null }, loadGazetteer());
    expect(got).toMatchObject({ year: 2021, region: { code: '431125' } });
  });

  test("a wiki's address gives the title where nothing else does", () => {
    const title = encodeURIComponent('江蘇省衛生健康委2023年政府信息公開工作年度報告');
    const url = `https://newton.com.tw/wiki/${title}/64031808`;
    const got = identify({ title: null, url, document: null, path: null }, loadGazetteer());
    expect(got).toMatchObject({
      year: 2023,
      region: { code: '320000' },
      agency: { as_written: '江苏省卫生健康委' },
    });
  });

  test('its meta names title and publication day', () => {
    const got = read(`首页\n${BODY}`, {
      meta: { ArticleTitle: '江永县审计局2022年政府信息公开年度报告', PubDate: '2023-01-19 10:20' },
    });
    expect(got).toMatchObject({ year: 2022, published: '2023-01-19', region: { code: '431125' } });
  });
});

describe('a namesake', () => {
  const title = '鼓楼区教育局2021年政府信息公开工作年度报告';
  test('stays open, with its level, where nothing tells which', () => {
    const got = read(`${title}\n${BODY}`);
    expect(got.region).toMatchObject({ code: null, level: 'county' });
    expect(got.issues.map((issue) => issue.code)).toContain('identity.region_ambiguous');
  });
  test.each([
    ['地址:福建省福州市鼓楼区津泰路98号', '350102'],
    ['联系电话:0378-22222222', '410204'],
    ['苏公网安备32030202000001号', '320302'],
    ['本报告根据南京市人民政府要求编制,面向南京市各区。', '320106'],
  ])('is settled by %s', (line, code) => {
    expect(read(`${title}\n${line}\n${BODY}`).region.code).toBe(code);
  });
  test('is not settled by clues that contradict each other', () => {
    const got = read(`${title}\n地址:福建省福州市鼓楼区\n${BODY}主办单位:徐州市鼓楼区人民政府`);
    expect(got.region.code).toBeNull();
  });
});

describe('the year', () => {
  test('of the title stands, and a period that differs is a finding', () => {
    const got = read(
      `江永县2020年政府信息公开年报\n本报告数据统计期限自2019年1月1日至2019年12月31日止。\n${BODY}`,
    );
    expect(got.year).toBe(2020);
    expect(got.period).toEqual({ start: '2019-01-01', end: '2019-12-31' });
    expect(got.findings).toMatchObject([{ rule: 'identity.year_conflict', left: 2020, right: 2019 }]);
  });
  test('is the year before publication where nothing else tells it, and says so', () => {
    const got = read(`江永县政府信息公开工作年度报告\n发布日期:2021-03-01\n一、总体情况\n我县依法公开。`);
    expect(got.year).toBe(2020);
    expect(got.issues.map((issue) => issue.code)).toContain('identity.year_inferred');
  });
  test('is not that of the notice cited', () => {
    const got = read(
      `江永县政府信息公开工作年度报告\n按照国办公开办函〔2019〕60号要求编制。\n一、总体情况\n我县依法公开。`,
    );
    expect(got.year).toBeNull();
    expect(got.issues.map((issue) => issue.code)).toContain('identity.year_unknown');
  });
});

describe('scope', () => {
  test.each([
    ['江永县人民政府', '本报告综合各乡镇人民政府和县政府各部门年度报告编制。', 'consolidated'],
    ['江永县人民政府', '本报告仅统计本级政府及政府办公室的数据。', 'own'],
    ['江永县人民政府', '2021年,全县共收到政府信息公开申请36件。', 'consolidated'],
    ['江永县财政局', '2021年,全县共收到政府信息公开申请36件。', 'own'],
    ['江永县上江圩镇人民政府', '根据各部门数据汇总编制。', 'own'],
    ['湖南省气象局', '本报告由湖南省气象局编制。', 'unknown'],
  ])('%s: %s', (agency, words, scope) => {
    const got = read(`${agency}2021年政府信息公开工作年度报告\n${words}\n${BODY}`);
    expect(got.agency.scope).toBe(scope);
    expect(got.agency.scope_evidence.length).toBeGreaterThan(0);
  });
});

test('any title, address and text give an identity whose evidence is short', () => {
  const places = fc.constantFrom(
    '江永县',
    '鼓楼区',
    '城关镇',
    '市',
    '人民政府',
    '财政局',
    '2021年',
    '政府信息公开年报',
    ' ',
    '(',
    '%',
  );
  const noise = fc.string({ unit: 'grapheme', maxLength: 8 });
  const text = fc
    .array(fc.oneof(places, noise, fc.constant('\n')), { maxLength: 24 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, fc.oneof(text, fc.webUrl()), (title, words, url) => {
      const got = read(words, { title, url });
      for (const each of [...got.year_evidence, ...got.region.evidence, ...got.agency.scope_evidence])
        expect(each.text.length).toBeLessThanOrEqual(40);
      expect(got.region.code !== null || got.issues.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
