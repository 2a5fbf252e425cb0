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
    ['上年结转申请3件。', 'requests.carried_in.total', 3],
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

  it('is placed and quoted in at most forty characters', () => {
    const [first] = readNarrative(prose('', '按照要求做好工作，全年共收到政府信息公开申请46件。'), 2023);
    expect(first?.at).toEqual({ line: 2, column: 10 });
    expect(first?.quote?.length).toBeLessThanOrEqual(40);
  });
});
