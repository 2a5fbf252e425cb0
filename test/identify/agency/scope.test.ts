import { describe, expect, test } from 'vitest';
import type { Line } from '../../../lib/identify/lines';
import { scopeOf } from '../../../lib/identify/agency/scope';
import { linesOf } from '../lines-of';

const ofCounty = (...parts: (string | Partial<Line>)[]) =>
  scopeOf(linesOf(...parts), '江永县人民政府', 'government', 'county', null);

describe('a report that says it counts others', () => {
  test.each([
    '本报告综合各乡镇人民政府和县政府各部门年度报告编制。',
    '根据各县(市、区)和市政府各部门的年度报告汇总编制',
    '结合全县政府信息公开工作情况撰写',
    '汇总所属各部门的数据形成',
    '本报告由县政府办公室汇总',
    '由各乡镇、各部门的数据组成',
    '数据由各部门分别汇总',
    '统计范围为全县各级行政机关',
    '统计口径包括各部门',
    '结合我县各单位报送的统计数据',
  ])('%s', (text) => {
    expect(ofCounty('字', text)).toEqual({
      scope: 'consolidated',
      evidence: [
        {
          kind: 'own words',
          text: expect.any(String) as string,
          at: { line: 2 },
          says: 'written from several reports',
        },
      ],
    });
  });
  test.each([
    ['江永县财政局', 'department', 'county'],
    ['小营街道办事处', 'subdistrict', 'county'],
    ['桃川镇人民政府', 'government', 'township'],
    ['桃川镇党政办公室', 'office', 'township'],
  ] as const)('is not believed of %s', (name, body, level) => {
    const got = scopeOf(linesOf('根据各部门数据汇总编制。'), name, body, level, null);
    expect(got).toMatchObject({ scope: 'own', evidence: [{ kind: 'name' }] });
  });
  test('is believed of an office and a zone', () => {
    const text = linesOf('根据各部门数据汇总编制。');
    expect(scopeOf(text, '江永县人民政府办公室', 'office', 'county', null).scope).toBe('consolidated');
    expect(scopeOf(text, '昆山开发区管委会', 'institution', 'county', null).scope).toBe('consolidated');
  });
});

describe('a report that says it counts itself alone', () => {
  test.each([
    '仅限本机关',
    '数据仅限县政府机关',
    '只限县本级',
    '本报告仅统计本级政府及政府办公室的数据。',
    '仅包含县政府办公室',
    '只反映本单位情况',
    '统计范围为本部门',
    '统计口径:县本级',
    '不含各部门数据',
    '不包括下属单位',
    '数据不包含各乡镇',
  ])('%s', (text) => {
    expect(ofCounty('字', text)).toMatchObject({
      scope: 'own',
      evidence: [{ kind: 'own words', at: { line: 2 }, says: 'says that it counts itself alone' }],
    });
  });
  test('comes behind words that count others', () => {
    expect(ofCounty('仅统计本级', '根据各部门数据汇总编制。').scope).toBe('consolidated');
  });
});

describe('figures of the whole region', () => {
  test.each([
    '2021年,全县共收到政府信息公开申请36件。',
    '全市各级行政机关共收到申请1,206件',
    '全区各部门受理政府信息公开申请7件',
    '全州累计办理36条',
    '全省政府系统收到申请3件',
    '全旗共受理 5 件',
  ])('%s', (text) => {
    expect(ofCounty(text)).toMatchObject({ scope: 'consolidated', evidence: [{ kind: 'figures' }] });
    const office = scopeOf(linesOf(text), '江永县人民政府办公室', 'office', 'county', null);
    expect(office).toMatchObject({ scope: 'unknown', evidence: [{ kind: 'figures' }] });
    const zone = scopeOf(linesOf(text), '昆山开发区管委会', 'institution', 'county', null);
    expect(zone.scope).toBe('consolidated');
    const bureau = scopeOf(linesOf(text), '江永县财政局', 'department', 'county', null);
    expect(bureau).toMatchObject({ scope: 'own', evidence: [{ kind: 'name' }] });
    const vertical = scopeOf(linesOf(text), '江永县气象局', 'vertical', 'county', null);
    expect(vertical).toMatchObject({ scope: 'own', evidence: [{ kind: 'name' }] });
  });
  test.each(['全县共收到申请若干', '全县有12个乡镇', '本级收到申请36件'])('not %s', (text) => {
    expect(ofCounty(text)).toMatchObject({ evidence: [{ kind: 'name' }] });
  });
});

describe('words are read', () => {
  const text = '仅统计本级';
  test('in running text before the foot', () => {
    expect(ofCounty({ text, part: 'body' }).scope).toBe('own');
    expect(ofCounty({ text, part: 'foot' }).scope).toBe('consolidated');
    expect(ofCounty({ text, cell: true }).scope).toBe('consolidated');
  });
  test('in the first sixty lines', () => {
    expect(ofCounty(...Array<string>(59).fill('字'), text).scope).toBe('own');
    expect(ofCounty(...Array<string>(60).fill('字'), text).scope).toBe('consolidated');
  });
});

describe('where nothing is said the name tells', () => {
  test.each([
    // [name, body, level, published, scope, kinds of evidence]
    ['江永县人民政府', 'government', 'county', '2022-03-20', 'consolidated', ['name']],
    ['江永县人民政府', 'government', 'county', null, 'consolidated', ['name']],
    ['永州市', 'government', 'prefecture', '2022-02-01', 'consolidated', ['name']],
    // consolidated reports come in March; one of January may be the government office's
    ['江永县人民政府', 'government', 'county', '2022-01-20', 'unknown', ['name', 'date']],
    ['江永县人民政府(本级)', 'government', 'county', '2022-03-20', 'own', ['name']],
    ['江永县财政局(机关)', 'department', 'county', null, 'own', ['name']],
    ['桃川镇人民政府', 'government', 'township', '2022-03-20', 'own', ['name']],
    ['小营街道办事处', 'subdistrict', 'township', null, 'own', ['name']],
    ['江永县人民政府办公室', 'office', 'county', null, 'own', ['name']],
    ['江永县财政局', 'department', 'county', null, 'own', ['name']],
    ['湖南省气象局', 'vertical', 'province', null, 'unknown', ['name']],
    ['国家税务总局', 'vertical', 'national', null, 'unknown', ['name']],
    ['国家能源局华中监管局', 'vertical', null, null, 'unknown', ['name']],
    ['江永县气象局', 'vertical', 'county', null, 'own', ['name']],
    ['永州海关', 'vertical', 'prefecture', null, 'own', ['name']],
    ['昆山开发区管委会', 'institution', 'county', null, 'unknown', ['name']],
    ['苏州工业园', 'institution', 'prefecture', null, 'unknown', ['name']],
    ['某产业基地管理委员会', 'institution', 'county', null, 'unknown', ['name']],
    ['江永县人民医院', 'institution', 'county', null, 'own', ['name']],
    ['', null, null, null, 'unknown', []],
    ['', null, 'township', null, 'unknown', []],
  ] as const)('%s, %s, %s, %s', (name, body, level, published, scope, kinds) => {
    const got = scopeOf([], name, body, level, published);
    expect([got.scope, got.evidence.map(({ kind }) => kind)]).toEqual([scope, kinds]);
  });
});
