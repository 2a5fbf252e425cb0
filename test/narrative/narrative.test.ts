import { describe, expect, it } from 'vitest';
import type { Document } from '../../lib/document';
import { readNarrative } from '../../lib/narrative';

const prose = (...lines: string[]): Document => ({
  format: 'text',
  encoding: 'utf-8',
  title: null,
  meta: {},
  url: null,
  blocks: lines.map((text, index) => ({ kind: 'paragraph', text, at: { line: index + 1, column: 1 } })),
  issues: [],
});
const counts = (text: string, year = 2023) =>
  readNarrative(prose(text), year).map((count) => [count.field, count.value]);

describe('prose', () => {
  it.each([
    ['全年共收到政府信息公开申请46件。', 'requests.new_requests.total', 46],
    ['2023年，本机关受理依申请公开政府信息申请1,207件。', 'requests.new_requests.total', 1207],
    ['全年收到政府信息公开申请十二件。', 'requests.new_requests.total', 12],
    ['本年度未收到政府信息公开申请。', 'requests.new_requests.total', 0],
    ['全年收到申请20件，其中自然人申请18件。', 'requests.new_requests.natural_person', 18],
    ['全年收政府信息公开申请464件。', 'requests.new_requests.total', 464],
    ['共收到10件依申请公开请求。', 'requests.new_requests.total', 10],
    ['上年结转申请3件。', 'requests.carried_in.total', 3],
    ['结转上年度政府信息公开申请3件。', 'requests.carried_in.total', 3],
    ['2022年结转政府信息公开申请2件。', 'requests.carried_in.total', 2],
    ['剩余26件结转下年度办理。', 'requests.carried_out.total', 26],
    ['除2件结转2024年继续办理外均已答复。', 'requests.carried_out.total', 2],
    ['收到申请8件，转结下年度继续办理0件。', 'requests.carried_out.total', 0],
    ['其中行政复议纠错1件。', 'proceedings.reconsideration.corrected', 1],
    ['行政复议维持4件。', 'proceedings.reconsideration.upheld', 4],
    ['印发6件规范性文件。', 'narrative.normative_documents', 6],
    ['结转下年度继续办理5件。', 'requests.carried_out.total', 5],
    ['全年收到公开申请20件，办结公开申请19件。', 'requests.outcomes_total.total', 19],
    ['因政府信息公开引发行政复议案件7件。', 'proceedings.reconsideration.total', 7],
    ['全年没有发生行政复议。', 'proceedings.reconsideration.total', 0],
    ['发生行政诉讼2件。', 'narrative.litigation', 2],
    ['制发行政规范性文件9件。', 'narrative.normative_documents', 9],
    ['发布政策解读21篇。', 'narrative.interpretations', 21],
    ['全年公开政府信息3018条。', 'narrative.information_published', 3018],
  ])('%s', (text, field, value) => {
    expect(counts(text)).toContainEqual([field, value]);
  });

  it.each([
    '累计公开财政信息200余条。',
    '2019年收到政府信息公开申请46件。',
    '共承办建议提案26件。',
    '发布信息后收到群众来信。',
  ])('says nothing that a table could be held against: %s', (text) => {
    expect(
      counts(text).filter(
        ([field]) => String(field).startsWith('requests.') || String(field).startsWith('proceedings.'),
      ),
    ).toEqual([]);
  });

  it.each([
    ['收到申请8件，转结下年度继续办理3件。', 'requests.outcomes_total.total'],
    ['其中行政复议纠错1件。', 'proceedings.reconsideration.total'],
    ['结转2026年继续办理2件。', 'requests.carried_out.total'],
  ])('%s tells no %s', (text, field) => {
    expect(counts(text).map(([each]) => each)).not.toContain(field);
  });

  it('is placed and quoted in at most forty characters', () => {
    const [first] = readNarrative(prose('', '按照要求做好工作，全年共收到政府信息公开申请46件。'), 2023);
    expect(first?.at).toEqual({ line: 2, column: 10 });
    expect(first?.quote?.length).toBeLessThanOrEqual(40);
  });
});
