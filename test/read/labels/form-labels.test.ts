/** Which row of the form a label is, whatever a local template wrote before or after it. */
import { expect, test } from 'vitest';
import { REQUEST_ROWS } from '../../../lib/form/index';
import { DISCLOSURE_ROW_LABELS } from '../../../lib/form/labels';
import { formLabels, labelScores, labelSet, labelCandidates } from '../../../lib/read/labels/similarity';
import { REQUEST_LABELS } from '../../../lib/read/tables/request-rows';

const DISCLOSURE_LABELS = labelSet(formLabels(DISCLOSURE_ROW_LABELS));

function rowOf(text: string, set: typeof REQUEST_LABELS): string | undefined {
  const scores = labelScores(labelCandidates([text]), set);
  const best = Math.max(...scores);
  return best < 0.75 ? undefined : set.labels[scores.indexOf(best)]?.id;
}

const BLOCKS: Partial<Record<string, string>> = {
  denied: '（三）不予公开',
  unable: '（四）无法提供',
  not_processed: '（五）不予处理',
  other: '（六）其他处理',
};

test('a label behind those of the blocks it stands in is its own row', () => {
  for (const { id, group, no, zh } of REQUEST_ROWS) {
    if (group === null || id === 'other_total') continue;
    const block = BLOCKS[group] ?? '';
    expect(rowOf(`三、本年度办理结果${block}${no}${zh}`, REQUEST_LABELS)).toBe(id);
    expect(rowOf(`三、本年度办理结果-${block}-${no}\n${zh}`, REQUEST_LABELS)).toBe(id);
  }
});

test.each([
  ['规章（设区的市、自治州人民政府应提供相关数据）', 'rules'],
  [
    '规范性文件（行政机关制定发布的决定、公告、通告、意见、通知，标题采用“规定”“办法”等字样的公文）',
    'normative_documents',
  ],
  [
    '其他对外管理服务事项（指行政许可以外的政务服务事项，含行政确认、行政处罚、行政强制和其他类）',
    'other_services',
  ],
  ['行政强制（含代履行、加处罚款等各类）\u00a0', 'compulsory_measures'],
  ['規範性檔案', 'normative_documents'],
])('%s', (text, row) => expect(rowOf(text, DISCLOSURE_LABELS)).toBe(row));

test.each(['其他主动公开文件（含以本单位名义正式签发的文件）', '其他规范性文件（不含以上各类）'])(
  '%s is no row of the form',
  (text) => expect(rowOf(text, DISCLOSURE_LABELS)).toBeUndefined(),
);
