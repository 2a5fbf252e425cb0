/** What prose counts, field by field, and what it must not be taken to count. Invented sentences in the wording of reports. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../lib/document';
import { readNarrative } from '../../lib/narrative';

type Block = Document['blocks'][number];
const documentOf = (blocks: Block[]): Document => ({
  format: 'text',
  encoding: 'utf-8',
  title: null,
  meta: {},
  url: null,
  blocks,
  issues: [],
});
const paragraph = (text: string, at: Block['at'] = { line: 1, column: 1 }): Block => ({
  kind: 'paragraph',
  text,
  at,
});
const read = (text: string, year: number | null = 2023) => readNarrative(documentOf([paragraph(text)]), year);
/** All that a text counts, `field value`, in reading order. */
const counts = (text: string, year: number | null = 2023): string[] =>
  read(text, year).map(({ field, value }) => `${field} ${value}`);

const NEW = 'requests.new_requests.total';
const PERSONS = 'requests.new_requests.natural_person';
const IN = 'requests.carried_in.total';
const OUT = 'requests.carried_out.total';
const HANDLED = 'requests.outcomes_total.total';
const GRANTED = 'requests.granted.total';
const PARTIAL = 'requests.partial.total';
const REVIEW = 'proceedings.reconsideration.total';
const UPHELD = 'proceedings.reconsideration.upheld';
const CORRECTED = 'proceedings.reconsideration.corrected';
const OTHER_RESULT = 'proceedings.reconsideration.other_result';
const PENDING = 'proceedings.reconsideration.pending';
const DENIED = 'requests.denied';
const UNABLE = 'requests.unable';
const NOT_PROCESSED = 'requests.not_processed';
const SUITS = 'narrative.litigation';
const DOCUMENTS = 'narrative.normative_documents';
const PUBLISHED = 'narrative.information_published';
const READINGS = 'narrative.interpretations';
const HOTLINE = 'narrative.hotline';

describe.each<[string, [text: string, ...expected: string[]][]]>([
  [
    'requests received',
    [
      ['全年共收到政府信息公开申请46件。', `${NEW} 46`],
      ['本单位受理公开政府信息的申请共计5件。', `${NEW} 5`],
      ['今年以来新收依申请公开事项3宗。', `${NEW} 3`],
      ['全年接到公开申请数量为9件次。', `${NEW} 9`],
      ['本年度收政府信息公开申请12份。', `${NEW} 12`],
      ['年内收到46件信息公开申请。', `${NEW} 46`],
      ['本机关共受理了8件政府信息公开申请。', `${NEW} 8`],
      ['本年度没有收到依申请公开的申请。', `${NEW} 0`],
      ['我局全年未接到过信息公开申请。', `${NEW} 0`],
      ['本年度无受理有关信息的申请。', `${NEW} 0`],
      ['全年收到申请总数不多，没收到政府信息公开申请。', `${NEW} 0`],
    ],
  ],
  [
    'requests of natural persons',
    [
      ['共收到信息公开申请20件，其中自然人18件。', `${NEW} 20`, `${PERSONS} 18`],
      ['受理的信息公开申请20件中，自然人提出申请共18件。', `${NEW} 20`, `${PERSONS} 18`],
      ['来访登记表中自然人申请18件。'],
    ],
  ],
  [
    'requests carried over',
    [
      ['另有上年结转申请3件需要办理。', `${IN} 3`],
      ['上一年度结转的政府信息公开申请4件。', `${IN} 4`],
      ['其中含结转上一年政府信息公开申请2件。', `${IN} 2`],
      ['另有2022年度结转申请6件。', `${IN} 6`],
      ['剩余申请结转下一年度继续办理5件。', `${OUT} 5`],
      ['有申请转结到下年办理的7件。', `${OUT} 7`],
      ['尚有2件申请结转至下年度。', `${OUT} 2`],
      ['另有结转至2024年度继续办理8件。', `${OUT} 8`],
      // The year that carries is not the report's, nor the one beside it.
      ['另有2020年结转申请6件。'],
      ['其余结转2027年继续办理8件。'],
      // Both years in one clause: which of them the figure means cannot be told.
      ['上年结转下年度申请共3件。'],
    ],
  ],
  [
    'requests handled',
    [
      ['本年度办结政府信息公开申请19件。', `${HANDLED} 19`],
      ['依申请公开工作中，全年共答复19件。', `${HANDLED} 19`],
      ['在公开信息申请方面，办理完毕共计7件。', `${HANDLED} 7`],
      ['在公开信息的申请方面，处理了7件。', `${HANDLED} 7`],
      ['全年办结群众来信共19件。'],
      ['本年度按时办结公开申请19件。', `${HANDLED} 19`],
      ['全年办结信访事项5件。'],
      ['全年办理依申请公开15件。', `${NEW} 15`, `${HANDLED} 15`],
    ],
  ],
  [
    'what was granted',
    [
      ['在办结的申请中，予以公开60件，部分公开5件。', `${GRANTED} 60`, `${PARTIAL} 5`],
      ['对这些申请，同意公开的共计3件。', `${GRANTED} 3`],
      ['对这些申请，全部公开的2件。', `${GRANTED} 2`],
      ['对这些申请，不予以公开60件。'],
      ['上述文件予以公开60件，部分公开5件。'],
      ['对这些申请，部分予以公开9件。', `${PARTIAL} 9`],
    ],
  ],
  [
    'reviews',
    [
      ['因信息公开被申请行政复议3件。', `${REVIEW} 3`],
      ['全年发生行政复议案件共计7件。', `${REVIEW} 7`],
      ['全年引发的行政复议案2起。', `${REVIEW} 2`],
      ['全年收到行政复议申请4宗。', `${REVIEW} 4`],
      ['全年无行政复议的情况。', `${REVIEW} 0`],
      ['未因政府信息公开工作被申请行政复议。', `${REVIEW} 0`],
      ['没有接收到有关的行政复议案件。', `${REVIEW} 0`],
      ['行政复议结果维持4件，行政复议纠正1件。', `${UPHELD} 4`, `${CORRECTED} 1`],
      ['其中行政复议撤销2件，行政复议维持原行政行为的5件。', `${CORRECTED} 2`, `${UPHELD} 5`],
      ['全年应诉行政复议案件7件。'],
      ['其中行政复议败诉1件，行政复议审结9件。'],
      ['行政诉讼一审维持4件、行政复议后提起行政诉讼维持3件。'],
    ],
  ],
  [
    'suits',
    [
      ['全年发生行政诉讼案件2件。', `${SUITS} 2`],
      ['被提起行政诉讼共5起。', `${SUITS} 5`],
      ['全年无行政诉讼的情况。', `${SUITS} 0`],
      ['未发生因政府信息公开引起的行政诉讼案。', `${SUITS} 0`],
      ['没有因信息公开被提起行政诉讼。', `${SUITS} 0`],
      ['全年行政诉讼胜诉3件，行政诉讼败诉1件。'],
    ],
  ],
  [
    'documents and what was published',
    [
      ['本年制定并公开了行政规范性文件9件。', `${DOCUMENTS} 9`],
      ['全年出台政府规范性文件4份。', `${DOCUMENTS} 4`],
      ['本年印发6个行政规范性文件。', `${DOCUMENTS} 6`],
      ['本年度制发共计2件规范性文件。', `${DOCUMENTS} 2`],
      ['全年清理规范性文件9件，公开废止规范性文件3件。'],
      ['累计公开行政规范性文件90件。'],
      ['全年公开各类政府信息3018条。', `${PUBLISHED} 3018`],
      ['本年发布政务信息共计17篇。', `${PUBLISHED} 17`],
      ['本年公开政府信息1,207条。', `${PUBLISHED} 1207`],
      ['本年公开政府信息1,207余条。'],
      ['依申请公开信息15件，公开解读信息3件。', `${READINGS} 3`],
      ['发布政策解读材料21篇，解读稿4件。', `${READINGS} 21`, `${READINGS} 4`],
    ],
  ],
  [
    'groups of answers',
    [
      [
        '共答复公开申请15件，其中予以公开8件，部分公开3件，不予公开2件，无法提供1件，不予处理1件。',
        `${HANDLED} 15`,
        `${GRANTED} 8`,
        `${PARTIAL} 3`,
        `${DENIED} 2`,
        `${UNABLE} 1`,
        `${NOT_PROCESSED} 1`,
      ],
      [
        '答复的申请中，12件予以公开，3件部分公开，2件不予公开。',
        `${GRANTED} 12`,
        `${PARTIAL} 3`,
        `${DENIED} 2`,
      ],
      ['对三件申请予以公开，对一件不予公开。', `${GRANTED} 3`, `${DENIED} 1`],
      ['因不掌握等原因无法提供9件。', `${UNABLE} 9`],
      ['答复的申请中，我局不掌握4件。', `${UNABLE} 4`],
      // Parts of a group, or a count of two groups together, are none of the group.
      ['在申请中，因国家秘密不予公开1件，因过程性信息不予公开2件。'],
      ['在申请中，信息不存在无法提供1件，不掌握无法提供2件。'],
      ['在申请中，予以公开和部分公开共9件。'],
      ['在申请中，不予公开、无法提供3件。'],
      ['共发文90件，其中主动公开60件，不予公开30件。'],
    ],
  ],
  [
    'all that the clause before counted',
    [
      ['共收到公开申请3件，均已按时答复。', `${NEW} 3`, `${HANDLED} 3`],
      ['共收到公开申请3件，都是自然人申请。', `${NEW} 3`, `${PERSONS} 3`],
      ['接收信息公开申请7件（均为自然人）。', `${NEW} 7`, `${PERSONS} 7`],
      ['收到公开申请26件，均不予公开。', `${NEW} 26`, `${DENIED} 26`],
      ['收到公开申请2件，全部予以公开。', `${NEW} 2`, `${GRANTED} 2`],
      ['收到公开申请3件，上年结转2件，均已答复。', `${NEW} 3`, `${IN} 2`],
      ['被申请行政复议2件，均维持。', `${REVIEW} 2`, `${UPHELD} 2`],
      [
        '行政复议案件66件，结果维持33件，结果纠正6件，其他结果20件，尚未审结7件。',
        `${REVIEW} 66`,
        `${UPHELD} 33`,
        `${CORRECTED} 6`,
        `${OTHER_RESULT} 20`,
        `${PENDING} 7`,
      ],
      ['发生行政诉讼案件8件，结果维持5件。', `${SUITS} 8`],
    ],
  ],
  [
    'none, in other words',
    [
      ['我局今年无依申请公开事项。', `${NEW} 0`],
      ['本单位没有依申请公开办理情况。', `${NEW} 0`],
      ['没有收到公民、法人和其他组织的公开申请。', `${NEW} 0`],
      ['未收到网站、信函等任何形式的申请。', `${NEW} 0`],
      ['依申请公开件数为零。', `${NEW} 0`],
      ['依申请公开方面，全年没有收到申请。', `${NEW} 0`],
      ['受理公开申请4件，上年无结转。', `${NEW} 4`, `${IN} 0`],
      ['没有下年度结转。', `${OUT} 0`],
      ['没有因公开工作被申请行政复议、提起行政诉讼。', `${REVIEW} 0`, `${SUITS} 0`],
      ['不存在因申请引起的行政复议和行政诉讼。', `${REVIEW} 0`, `${SUITS} 0`],
      ['行政复议和行政诉讼均为0。', `${REVIEW} 0`, `${SUITS} 0`],
      ['行政复议、行政诉讼各1件。', `${REVIEW} 1`, `${SUITS} 1`],
      ['行政复议和行政诉讼分别为3件和2件。', `${REVIEW} 3`, `${SUITS} 2`],
      ['行政复议、行政诉讼案件共3件。'],
      ['未制定行政规范性文件。', `${DOCUMENTS} 0`],
      // Labels of the form itself.
      ['未经复议直接起诉'],
      ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
    ],
  ],
  [
    'what only looks like it',
    [
      ['行政许可事项全年申请量0件，受理量0件。'],
      ['受理法律援助案件1213件，办结1138件。'],
      ['全年公开行政复议决定书34件。'],
      ['办理行政复议案件42件。'],
      ['行政执法均没有被申请行政复议和提起行政诉讼。'],
      ['征求规范性文件意见85条。'],
      ['向县委办报送政务信息79条。'],
      ['自平台开通以来累计公开政府信息5000条。'],
      ['截至目前，累计公开政府信息5000条。'],
      ['收到申请较上年增加15件。'],
      ['收到信件30封，内容均为要求提供统计数据。'],
    ],
  ],
  [
    'calls to the hotline',
    [
      ['全年办理热线工单312件。', `${HOTLINE} 312`],
      ['受理12345政务服务便民热线诉求87件。', `${HOTLINE} 87`],
      ['全年接听12345热线来电一百零五次。', `${HOTLINE} 105`],
      ['热线一站式平台受理市民来电12件。', `${HOTLINE} 12`],
      ['收到热线投诉举报申请8件。', `${HOTLINE} 8`],
      ['开通热线电话12345个人专线。'],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%s', (text, ...expected) => {
    expect(counts(text)).toEqual(expected);
  });
});

describe('a count', () => {
  it.each([
    ['全年收到政府信息公开申请〇件。', 0],
    ['全年收到政府信息公开申请零件。', 0],
    ['全年收到政府信息公开申请两件。', 2],
    ['全年收到政府信息公开申请十件。', 10],
    ['全年收到政府信息公开申请十二件。', 12],
    ['全年收到政府信息公开申请二十件。', 20],
    ['全年收到政府信息公开申请一百零五件。', 105],
    ['全年收到政府信息公开申请一千二百件。', 1200],
    ['全年收到政府信息公开申请４６件。', 46],
    ['全年收到政府信息公开申请 46 件。', 46],
    ['全年收到政府信息公开申请1,207件。', 1207],
    ['全年收到政府信息公开申请1，207件。', 1207],
    ['全年收到政府信息公開申請46件。', 46],
  ])('is read in figures of any width and in numerals: %s', (text, value) => {
    expect(counts(text)).toEqual([`${NEW} ${value}`]);
  });

  it.each([
    '全年收到政府信息公开申请近46件。',
    '全年收到政府信息公开申请约46件。',
    '全年收到政府信息公开申请46余件。',
    '全年收到政府信息公开申请46件多。',
    '全年收到政府信息公开申请四十余件。',
    '全年收到政府信息公开申请46人次。'.replace('46人', '46%'),
    '全年收到政府信息公开申请若干件。',
    '全年收到政府信息公开申请。',
  ])('that is about so many, or none at all, is left out: %s', (text) => {
    expect(counts(text)).toEqual([]);
  });

  it('ends at a comma that is no thousands mark', () => {
    expect(counts('全年收到政府信息公开申请12,上年结转申请3件。')).toEqual([`${IN} 3`]);
    expect(counts('全年收到政府信息公开申请1,20件。')).toEqual([]);
  });
});

describe('a clause about another year', () => {
  it.each([
    ['2022年收到政府信息公开申请46件。', 2023, []],
    ['2023年收到政府信息公开申请46件。', 2023, [`${NEW} 46`]],
    ['2022年底至2023年收到政府信息公开申请46件。', 2023, [`${NEW} 46`]],
    ['2023年比2022年多收到政府信息公开申请46件。', 2023, []],
    ['2022年，收到政府信息公开申请46件。', 2023, []],
    ['2023年，收到政府信息公开申请46件。', 2023, [`${NEW} 46`]],
    ['有2件转到2024年答复。', 2023, [`${OUT} 2`]],
    ['2022年收到政府信息公开申请46件。', null, [`${NEW} 46`]],
    ['2022年结转政府信息公开申请2件。', null, []],
    ['除2件结转2024年继续办理外均已答复。', null, []],
  ])('%s in a report of %s counts %j', (text, year, expected) => {
    expect(counts(text, year)).toEqual(expected);
  });
});

describe('where and how it is said', () => {
  const place = (text: string, at: Block['at']) =>
    readNarrative(documentOf([paragraph(text, at)]), 2023).map((count) => count.at);
  const LATER = '工作平稳有序。收到申请；全年收到政府信息公开申请46件！';

  it('is the place of the clause in its line', () => {
    // Seven characters of the first sentence, five of the second.
    expect(place(LATER, { line: 4, column: 3 })).toEqual([{ line: 4, column: 15 }]);
    expect(place(LATER, { line: 4 })).toEqual([{ line: 4, column: 13 }]);
    expect(place(LATER, { line: 4, column: 3, offset: 100 })).toEqual([{ line: 4, column: 15, offset: 112 }]);
  });

  it('is the place of the paragraph where that has no lines', () => {
    expect(place(LATER, { page: 2, block: 7 })).toEqual([{ page: 2, block: 7 }]);
  });

  it('is quoted without the blanks around it, in forty characters at most', () => {
    expect(read('  全年收到政府信息公开申请46件。')[0]?.quote).toBe('全年收到政府信息公开申请46件。');
    const long = `全年收到政府信息公开申请46件${'并且认真地做好各项相关的工作'.repeat(4)}。`;
    expect(read(long)[0]?.quote).toBe(long.slice(0, 40));
  });

  it('is not read out of tables, nor out of lines too short to be a sentence', () => {
    const text = '收到公开申请9件';
    expect(counts(text)).toEqual([`${NEW} 9`]);
    expect(counts('收申请9件')).toEqual([]);
    const table = { kind: 'table', text, at: {} } as unknown as Block;
    expect(readNarrative(documentOf([table]), 2023)).toEqual([]);
  });

  it('counts once what is said twice in the same words, and twice what is said in others', () => {
    const twice = '全年收到政府信息公开申请46件。';
    expect(counts(twice + twice)).toEqual([`${NEW} 46`]);
    expect(counts(`${twice}本年收到政府信息公开申请46件。`)).toEqual([`${NEW} 46`, `${NEW} 46`]);
    expect(counts(`${twice}全年收到政府信息公开申请47件。`)).toEqual([`${NEW} 46`, `${NEW} 47`]);
  });

  it('knows what its sentence is about, not what the next one is', () => {
    expect(counts('全年收到公开申请很多，办结19件。')).toEqual([`${HANDLED} 19`]);
    expect(counts('全年收到公开申请很多。办结事项19件。')).toEqual([]);
    expect(counts('全年收到公开申请很多！共办结了19件。')).toEqual([]);
    expect(counts('全年收到公开申请很多；共办结了19件。')).toEqual([]);
  });
});

it.each([
  '全年办理人大代表建议和政协提案26件。',
  '收到行政复议申请后当日受理。',
  '上年收到政府信息公开申请46件。',
  '对不予公开的申请逐件说明理由。',
  '公开政策文件时同步公开解读。',
])('counts nothing: %s', (text) => {
  expect(counts(text)).toEqual([]);
});
