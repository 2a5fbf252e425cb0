/** Reports without a usable title: the words around the name are ours, the ways of naming are those of real pages. */
import { describe, expect, test } from 'vitest';
import { identify, loadGazetteer } from '../../../lib/identify/index';
import type { FoundTitle } from '../../../lib/identify/title/find-title';
import type { Line } from '../../../lib/identify/lines';
import { ownWord, agencyFromText } from '../../../lib/identify/agency/agency-from-text';
import { linesDocument } from '../lines-document';
import { linesOf } from '../lines-of';

const read = (text: string, url: string | null = null) =>
  identify({ title: null, url, document: linesDocument(text), path: null }, loadGazetteer());

const REST = '\n一、总体情况\n按要求公开。\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无\n';

describe('a report without a title names its agency', () => {
  test.each([
    // [text, name as written, region, level, body]
    [
      '2024年以来,长通街道通过网站公开工作动态。请与南关区长通街道办事处办公室联系。',
      '长通街道',
      '220102005',
      'township',
      'subdistrict',
    ],
    [
      '本报告由微山县两城镇人民政府党政办公室编制,统计期限为2020年。',
      '微山县两城镇人民政府',
      '370826107',
      'township',
      'government',
    ],
    [
      '现汇总2021年度松阳县大东坝镇人民政府的政务公开年度报告编成本报告。',
      '松阳县大东坝镇人民政府',
      '331124104',
      'township',
      'government',
    ],
    [
      '根据条例要求,铜川市公安局编制完成2024年政府信息公开年度报告。',
      '铜川市公安局',
      '610200',
      'prefecture',
      'department',
    ],
    [
      '有疑问请与平度市公安局(地址:红旗路)联系。2023年,我局收到申请两件。',
      '平度市公安局',
      '370283',
      'county',
      'department',
    ],
    [
      '有疑问请与常州市钟楼区南大街街道综合办公室联系。2024年,街道办事处认真落实条例。',
      '常州市钟楼区南大街街道',
      '320404005',
      'township',
      'subdistrict',
    ],
    [
      '2020年政府信息公开工作年度报告\n武昌经开区(滨江)管委会',
      '武昌经开区(滨江)管委会',
      '420106',
      'county',
      'institution',
    ],
  ])('%s', (text, name, code, level, body) => {
    const got = read(`${text}${REST}`);
    expect(got.agency).toMatchObject({ as_written: name, body });
    expect(got.region).toMatchObject({ code, level });
    expect(got.agency.as_written).not.toBe('');
  });

  test('a sentence that speaks of the report is no title, and its clauses are no name', () => {
    const got = read(
      `2022年,商务局信息公开工作在县委、县政府领导下有序推进,现将我局2022年度政府信息公开工作报告如下:${REST}`,
    );
    expect(got.agency.as_written).toBe('商务局');
    const acts = read(
      `2024年,在区政府主管部门的指导下,小营街道办事处严格按要求公开信息,现将情况报告如下:${REST}`,
    );
    expect(acts.agency.as_written).toBe('小营街道办事处');
  });

  test('the office that answers for a whole government is not taken for the agency', () => {
    const got = read(`有疑问请与彝良县政务服务管理局联系。2020年,我局协助公开。${REST}`);
    expect(got.agency.as_written).toBe('');
    const office = read(`有疑问请与彝良县人民政府办公室联系。${REST}`);
    expect(office.agency.as_written).toBe('');
  });

  test('without a name, its own word tells what it is, but not for a national system', () => {
    const url = 'http://www.xuwen.gov.cn/zfxxgk/content/post_1.html';
    const bureau = read(`2023年,我局公开信息二十条。${REST}`, url);
    expect([bureau.agency.as_written, bureau.agency.body, bureau.region.level]).toEqual([
      '',
      'department',
      'county',
    ]);
    const town = read(`2023年,我镇公开信息二十条。${REST}`, url);
    expect([town.agency.body, town.region.level, town.region.code]).toEqual([
      'government',
      'township',
      '440825',
    ]);
    expect(read(`2023年,我局公开税务信息。${REST}`, url).agency.body).toBeNull();
    expect(read(`2023年,我局与本镇一同公开。${REST}`, url).agency.body).toBeNull();
  });
});

test('places whose notice is followed place nobody', () => {
  const got = read(`按照条例以及昌图县政务公开办关于2021年度政府信息公开的要求,我局做了统计。${REST}`);
  expect([got.agency.as_written, got.agency.body, got.region.code, got.year]).toEqual([
    '',
    'department',
    null,
    2021,
  ]);
  const own = read(`2021年,昌图县政府要求我局做好统计,昌图县政务公开办作了指导。${REST}`);
  expect(own.region.code).toBe('211224');
});

test('an organ that issued, received or lacks something is the one that reports', () => {
  expect(read(`2023年,长春新区科技局出台四项规范性文件。${REST}`).agency.as_written).toBe('长春新区科技局');
  expect(read(`2023年,国务院出台了条例。${REST}`).agency.as_written).toBe('');
});

const told = (...parts: (string | Partial<Line>)[]) => agencyFromText(null, linesOf(...parts));

describe('the name in a sentence', () => {
  test.each([
    ['江永县财政局认真落实条例', '江永县财政局'],
    ['2021年,江永县财政局认真落实条例', '江永县财政局'],
    ['2021年以来,江永县桃川镇坚持公开', '江永县桃川镇'],
    ['2021年度江永县教育局依法公开', '江永县教育局'],
    ['江永县桃川镇人民政府党政办公室根据条例编制', '江永县桃川镇人民政府'],
    ['昆明市某街道办事处党政综合办公室根据条例编制', '昆明市某街道办事处'],
    ['于都县财政局严格依法公开', '于都县财政局'],
    ['从江县财政局严格依法公开', '从江县财政局'],
    ['按规定,现公布江永县水利局2021年政府信息公开年报', '江永县水利局'],
    ['本报告由江永县水利局编制', '江永县水利局'],
    ['现将江永县水利局2021年政府信息公开情况公布', '江永县水利局'],
    ['根据条例,江永县公安局组织编制2021年政府信息公开年报', '江永县公安局'],
    ['根据条例,江永县公安局撰写了本2021年度报告', '江永县公安局'],
    ['汇总2021年度江永县桃川镇政府的政府信息公开工作年度报告', '江永县桃川镇政府'],
    ['2021年,在县委领导下,小营街道办事处严格按要求公开', '小营街道办事处'],
    ['2021年,在县委领导下,江永县人民政府办公室认真公开', '江永县人民政府办公室'],
  ])('%s', (text, name) => {
    expect(told('首页', text)?.asWritten).toBe(name);
    expect(told('首页', text)?.evidence).toMatchObject({
      kind: 'first sentence',
      at: { line: 2 },
      says: expect.any(String) as string,
    });
  });
  test.each([
    '以上是我局政府信息公开工作的基本情况。',
    '以下为我局政府信息公开工作的基本情况',
    '在县政府办公室依法指导下开展工作',
    '经县政府办公室对照检查',
    '截至目前我局共收到申请两件',
    '近年来县教育局按照要求公开',
    '其中县公安局共收到申请两件',
    '下一步县教育局将继续公开',
    '社会对政府信息公开的需求',
    '以人民为中心积极公开',
    '围绕中心大局把工作做好',
    '通过县政府网站依法公开',
    '各乡镇依法公开',
    '全县各镇认真落实',
    '我局认真落实',
    '本局认真落实',
    '为我局认真落实',
    '县政府信息公开领导小组办公室根据要求公开',
    '镇政府认真落实',
    '县委认真落实',
    '街道办事处认真落实',
    '办公室认真落实',
    '县委的办公室认真落实',
    '江永县财政局,认真落实',
    '会议由县财政局主持',
  ])('%s names none', (text) => {
    expect(told(text)).toBeNull();
  });
  test('is read in the first lines of running text alone', () => {
    const said = '江永县财政局认真落实条例';
    expect(told(...Array<string>(24).fill('字'), said)?.asWritten).toBe('江永县财政局');
    expect(told(...Array<string>(25).fill('字'), said)).toBeNull();
    expect(told({ text: said, cell: true })).toBeNull();
    expect(told({ text: said, part: 'foot' })).toBeNull();
    const acts = '在县委领导下,小营街道办事处严格公开';
    expect(told('字', '字', '字', acts)?.asWritten).toBe('小营街道办事处');
    expect(told('字', '字', '字', '字', acts)).toBeNull();
  });
  test('who did something stands before who wrote, and both before the source', () => {
    const acts = '江永县水利局认真落实';
    const wrote = '本报告由江永县财政局编制';
    const source = '来源:江永县教育局';
    expect(told(source, wrote, acts)?.asWritten).toBe('江永县水利局');
    expect(told(source, wrote)?.asWritten).toBe('江永县财政局');
    expect(told(source)).toEqual({
      asWritten: '江永县教育局',
      evidence: { kind: 'source line', text: source, at: { line: 1 }, says: '江永县教育局' },
    });
  });
});

describe('the line beside a title without a name', () => {
  const beside = (before: string, behind: string, from: FoundTitle['from'] = 'line') => {
    const lines = linesOf('首页', before, '2021年政府信息公开工作年度报告', behind);
    const title = { text: '', agency: '', year: 2021, from, at: lines[2]?.at ?? null };
    return agencyFromText(title, lines);
  };
  test('names the agency, the one behind first', () => {
    expect(beside('字', '江永县财政局')).toEqual({
      asWritten: '江永县财政局',
      evidence: { kind: 'title', text: '江永县财政局', at: { line: 4 }, says: '江永县财政局' },
    });
    expect(beside('江永县水利局', '字')?.asWritten).toBe('江永县水利局');
    expect(beside('江永县水利局', '江永县财政局')?.asWritten).toBe('江永县财政局');
    expect(beside('武昌经开区(滨江)管委会', '字')?.asWritten).toBe('武昌经开区(滨江)管委会');
  });
  test.each(['财政局长', '县人民政府', '我局', '江永县财政局:', '有关委员会', '江永县'])(
    '%s is none',
    (text) => {
      expect(beside(text, '字')).toBeNull();
    },
  );
  test('counts only beside a line of the text', () => {
    expect(beside('江永县水利局', '字', 'container')).toBeNull();
    expect(
      agencyFromText(
        { text: '', agency: '', year: null, from: 'line', at: { line: 1 } },
        linesOf('江永县水利局', '字'),
      ),
    ).toBeNull();
  });
});

describe('the source line', () => {
  test.each(['信息来源', '来源', '发布机构', '发布单位', '发文机关'])('%s', (label) => {
    expect(told(`${label} : 江永县财政局`)?.asWritten).toBe('江永县财政局');
  });
  test.each(['来源:本站', '来源:新华社', '来源:本局', '来源:县政府', '作者:江永县财政局'])(
    '%s names none',
    (text) => {
      expect(told(text)).toBeNull();
    },
  );
});

describe('an organ that the report is not from', () => {
  test.each([
    // who put a page online is not who speaks in it
    ['来源:江永县人民政府办公室', '2021年,我镇按要求公开', null],
    ['来源:江永县政府办', '2021年,本街道按要求公开', null],
    ['来源:江永县财政局', '2021年,我乡按要求公开', null],
    ['来源:江永县桃川镇人民政府', '2021年,我镇按要求公开', '江永县桃川镇人民政府'],
    ['来源:新乡市财政局', '2021年,我局按要求公开', '新乡市财政局'],
    ['来源:江永县人民政府', '2021年,我局按要求公开', null],
    ['来源:江永县桃川镇', '2021年,我局按要求公开', null],
    ['来源:江永县桃川街道办事处', '2021年,我委按要求公开', null],
    ['来源:江永县教育局', '2021年,我校按要求公开', null],
    ['来源:江永县第一中学校', '2021年,我校按要求公开', '江永县第一中学校'],
    // it says nothing of itself, or different things
    ['来源:江永县人民政府办公室', '2021年,县里按要求公开', '江永县人民政府办公室'],
    ['来源:江永县人民政府办公室', '2021年,我局会同本镇公开', '江永县人民政府办公室'],
  ])('%s: %s', (source, text, name) => {
    expect(told(source, text)?.asWritten ?? null).toBe(name);
  });
  test('the government on whose site a page stands is not the bureau that speaks in it', () => {
    const lines = linesOf('江永县人民政府', '2021年政府信息公开工作年度报告', '2021年,我局按要求公开');
    const title = { text: '', agency: '', year: 2021, from: 'line' as const, at: lines[1]?.at ?? null };
    expect(agencyFromText(title, lines)).toBeNull();
  });
});

describe('who answers questions', () => {
  test.each([
    ['请与江永县财政局办公室联系', '江永县财政局,我局', '江永县财政局'],
    ['请与江永县财政局联系', '江永县财政局表示', '江永县财政局'],
    ['如有疑问,请联系江永县水利局(电话:1)', '我局', '江永县水利局'],
    ['请咨询江永县桃川镇人民政府党政办公室', '字', '江永县桃川镇人民政府'],
    ['可向江永县小营街道党建办咨询', '字', '江永县小营街道'],
    ['可从江永县审计局门户网站(网址)下载', '我局', '江永县审计局'],
    ['请登录江永县卫生健康委员会官方网站查阅', '我委、本会', '江永县卫生健康委员会'],
  ])('%s', (text, more, name) => {
    expect(told(text, more)).toMatchObject({
      asWritten: name,
      evidence: { kind: 'contact line', at: { line: 1 }, says: name },
    });
  });
  test.each([
    // neither its own word nor named again
    ['请与江永县财政局联系', '字'],
    ['可从江永县审计局门户网站下载', '江永县审计局门户'],
    // offices for the whole government
    ['请与江永县政务服务管理局联系', '我局'],
    ['请与江永县行政审批局联系', '我局'],
    ['请与江永县大数据局联系', '我局'],
    ['请与江永县档案局联系', '我局'],
    ['请与江永县人民政府办公室联系', '我办'],
    ['请与本局办公室联系', '我局'],
    ['请与县委办公室联系', '我委'],
    ['江永县财政局联系', '我局'],
  ])('not %s beside %s', (text, more) => {
    expect(told(text, more)).toBeNull();
  });
  test('is not read in a table, but in the foot', () => {
    const text = '请与江永县财政局联系';
    expect(told({ text, cell: true }, '我局')).toBeNull();
    expect(told({ text, part: 'foot' }, '我局')?.asWritten).toBe('江永县财政局');
  });
});

test.each([
  ['我街道公开', { body: 'subdistrict', isTownship: true }],
  ['本街办公开', { body: 'subdistrict', isTownship: true }],
  ['我镇公开', { body: 'government', isTownship: true }],
  ['本乡公开', { body: 'government', isTownship: true }],
  ['我校公开', { body: 'institution', isTownship: false }],
  ['我公司公开', { body: 'institution', isTownship: false }],
  ['本馆公开', { body: 'institution', isTownship: false }],
  ['我局公开', { body: 'department', isTownship: false }],
  ['本委公开', { body: 'department', isTownship: false }],
  ['我厅公开', { body: 'department', isTownship: false }],
  ['本委员会公开', null],
  ['该局公开', null],
  ['我县公开', null],
  ['我局公开,本镇公开', null],
  ['我局公开海关信息', null],
  ['我局公开消防救援信息', null],
] as const)('what %s says of itself', (text, own) => {
  expect(ownWord(linesOf(text))).toEqual(own);
  expect(ownWord(linesOf({ text, cell: true }))).toBeNull();
  expect(ownWord(linesOf({ text, part: 'foot' }))).toBeNull();
});
