/** Name and equation of each audit rule. Both languages; the same keys in each. */
import type { RuleId } from '../../audit/rules';

type Words = Record<`rule.${RuleId}` | `rule.${RuleId}.equation`, string>;

export const zh: Words = {
  'rule.requests.flow': '收支平衡',
  'rule.requests.flow.equation': '本年新收 ＋ 上年结转 ＝ 办理结果总计 ＋ 结转下年度，七列各一式（表三自印）',
  'rule.requests.outcomes': '结果合计',
  'rule.requests.outcomes.equation': '三（七）总计 ＝ 三（一）至三（六）各行之和，七列各一式',
  'rule.requests.columns': '各列合计',
  'rule.requests.columns.equation': '总计 ＝ 自然人 ＋ 法人或其他组织五列，每行一式',
  'rule.requests.carry_over': '与上年结转衔接',
  'rule.requests.carry_over.equation': '本年“上年结转” ＝ 上年报告“结转下年度”，同一机关、同一口径',
  'rule.proceedings.total': '复议诉讼合计',
  'rule.proceedings.total.equation': '总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结，三组各一式',
  'rule.disclosure.stock': '文件存量衔接',
  'rule.disclosure.stock.equation': '现行有效 ＝ 上年现行有效 ＋ 制发 − 废止（提示性）',
  'rule.narrative.agreement': '正文与表一致',
  'rule.narrative.agreement.equation': '正文所述件数 ＝ 表中件数（提示性：正文可能另有所指）',
  'rule.history.copied_table': '与上年整表相同',
  'rule.history.copied_table.equation': '本年表格与上年逐格相同且不全为零（提示性）',
  'rule.history.unit_slip': '单位疑有出入',
  'rule.history.unit_slip.equation': '本年与上年相差约一万倍（提示性）',
  'rule.history.jump': '年际变动异常',
  'rule.history.jump.equation': '与本机关历年相比变动异常（提示性）',
  'rule.identity.name_overwritten': '机关名称疑被改写',
  'rule.identity.name_overwritten.equation': '页面上的机关名称与正文其他线索不符',
  'rule.identity.year_conflict': '年度互相矛盾',
  'rule.identity.year_conflict.equation': '标题年度与统计期不一致',
};

export const en: Words = {
  'rule.requests.flow': 'Flow of requests',
  'rule.requests.flow.equation':
    'New requests + carried in = total handled + carried out, one equation a column (printed on the form)',
  'rule.requests.outcomes': 'Outcomes add up',
  'rule.requests.outcomes.equation': 'Total handled = the sum of the outcome rows, one equation a column',
  'rule.requests.columns': 'Applicants add up',
  'rule.requests.columns.equation':
    'Total = natural persons + the five kinds of organisation, one equation a row',
  'rule.requests.carry_over': 'Carry-over meets last year',
  'rule.requests.carry_over.equation':
    'Carried in = carried out of last year’s report, same agency and scope',
  'rule.proceedings.total': 'Proceedings add up',
  'rule.proceedings.total.equation': 'Total = upheld + corrected + other + pending, one equation a group',
  'rule.disclosure.stock': 'Stock of documents',
  'rule.disclosure.stock.equation': 'In force = in force last year + issued − repealed (soft)',
  'rule.narrative.agreement': 'Prose agrees with table',
  'rule.narrative.agreement.equation':
    'A count stated in prose = the table’s (soft: prose may mean another scope)',
  'rule.history.copied_table': 'Table copied from last year',
  'rule.history.copied_table.equation':
    'The table equals last year’s cell by cell and is not all zero (soft)',
  'rule.history.unit_slip': 'Unit may have slipped',
  'rule.history.unit_slip.equation': 'About ten thousand times last year’s figure (soft)',
  'rule.history.jump': 'Unusual change',
  'rule.history.jump.equation': 'An unusual change against the agency’s own years (soft)',
  'rule.identity.name_overwritten': 'Agency name overwritten',
  'rule.identity.name_overwritten.equation':
    'The name on the page disagrees with the other evidence in the text',
  'rule.identity.year_conflict': 'Years disagree',
  'rule.identity.year_conflict.equation': 'The year of the title and the period of the text disagree',
};
