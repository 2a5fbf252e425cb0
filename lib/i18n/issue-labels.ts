/** What each issue code and each rule says to a person, in both languages. */
import type { IssueCode, RuleId } from '../issue';

type Both = { zh: string; en: string };

export const ISSUE_LABELS: Record<IssueCode, Both> = {
  'decode.encoding_guessed': {
    zh: '编码未注明，按内容推定',
    en: 'Encoding not declared, worked out from the bytes',
  },
  'decode.replacement_characters': {
    zh: '原文有无法还原的字符',
    en: 'The source has characters that cannot be recovered',
  },
  'decode.no_text_layer': { zh: '文件没有文字层', en: 'The file has no text layer' },
  'decode.picture_table': { zh: '表格是图片', en: 'The table is a picture' },
  'decode.recognised': {
    zh: '一页是图片，文字由识别得出',
    en: 'A page is a picture; its text was recognised',
  },
  'decode.truncated': { zh: '文件在末尾处截断', en: 'The file is cut off' },
  'decode.glyphs_unmapped': { zh: '部分字形没有对应文字', en: 'Some glyphs have no characters' },
  'table.absent': { zh: '没有找到这张表', en: 'This table was not found' },
  'table.repeated': { zh: '同一张表出现多次', en: 'The same table stands more than once' },
  'table.form_undecided': { zh: '无法判定表式版本', en: 'The form version cannot be told' },
  'table.form_inferred': { zh: '表式版本由行列推定', en: 'The form version was told by rows and columns' },
  'row.absent': { zh: '缺少一行', en: 'A row is absent' },
  'row.no_values': { zh: '有行名而无数字', en: 'A row has its label but no numbers' },
  'row.values_missing': { zh: '一行的数字不足', en: 'A row has too few numbers' },
  'row.values_surplus': { zh: '一行的数字过多', en: 'A row has too many numbers' },
  'row.repeated': { zh: '同一行重复出现', en: 'A row stands more than once' },
  'row.unlabelled': { zh: '有数字而无行名', en: 'Numbers without a row label' },
  'row.label_doubtful': { zh: '行名残缺，按位置认定', en: 'A broken row label, settled by its position' },
  'row.not_in_form': { zh: '表外增行', en: 'A row that is not in the form' },
  'row.order': { zh: '行的次序与表式不同', en: 'Rows stand in another order than on the form' },
  'row.total_blank': {
    zh: '总计空白，分项无从核对',
    en: 'The total is blank: nothing to check the parts by',
  },
  'header.differs': { zh: '表头与表式不同', en: 'The head differs from the form' },
  'cell.digits_run_together': {
    zh: '各格数字连写，按格数拆开',
    en: 'Digits of several cells run together, split by the number of cells',
  },
  'cell.settled_by_arithmetic': { zh: '两种读法，由勾稽关系确定', en: 'Two readings, settled by the sums' },
  'cell.ambiguous': { zh: '有两种读法，不取值', en: 'Can be read in two ways, no value taken' },
  'cell.blank_inferred': { zh: '空格由位置推定', en: 'A blank cell told by position' },
  'cell.note_dropped': { zh: '数字旁有附注', en: 'A note stands beside the number' },
  'cell.not_a_number': { zh: '不是数字', en: 'Not a number' },
  'cell.decimal_in_count': { zh: '件数出现小数', en: 'A decimal in a count' },
  'cell.count_too_large': { zh: '件数过大', en: 'A count too large to be one' },
  'cell.digits_spaced': { zh: '数字中间有空格', en: 'Blanks between digits' },
  'cell.unit_missing': { zh: '金额未注明单位，不取值', en: 'An amount without a unit, no value taken' },
  'cell.recognition_doubtful': {
    zh: '图片中的数字未能确认',
    en: 'A figure in a picture could not be confirmed',
  },
  'cell.unit_converted': { zh: '金额单位已换算', en: 'The unit of an amount was converted' },
  'identity.agency_unknown': { zh: '认不出是哪个机关', en: 'The agency cannot be told' },
  'identity.region_unknown': { zh: '认不出是哪个地区', en: 'The region cannot be told' },
  'identity.region_ambiguous': { zh: '地区有多种可能', en: 'The region can be one of several' },
  'identity.year_unknown': { zh: '认不出是哪一年度', en: 'The year cannot be told' },
  'identity.year_inferred': { zh: '年度由公布日期推定', en: 'The year was told by the date of publication' },
  'identity.scope_unknown': { zh: '统计范围不明', en: 'The scope is not stated' },
  'identity.curated': { zh: '身份经人工订正', en: 'The identity was corrected by hand' },
};

/** Name and equation of each rule. */
export const RULE_LABELS: Record<RuleId, Both & { equation: Both }> = {
  'requests.flow': {
    zh: '收支平衡',
    en: 'Flow of requests',
    equation: {
      zh: '本年新收 ＋ 上年结转 ＝ 办理结果总计 ＋ 结转下年度，七列各一式（表三自印）',
      en: 'New requests + carried in = total handled + carried out, one equation a column (printed on the form)',
    },
  },
  'requests.outcomes': {
    zh: '结果合计',
    en: 'Outcomes add up',
    equation: {
      zh: '三（七）总计 ＝ 三（一）至三（六）各行之和，七列各一式',
      en: 'Total handled = the sum of the outcome rows, one equation a column',
    },
  },
  'requests.columns': {
    zh: '各列合计',
    en: 'Applicants add up',
    equation: {
      zh: '总计 ＝ 自然人 ＋ 法人或其他组织五列，每行一式',
      en: 'Total = natural persons + the five kinds of organisation, one equation a row',
    },
  },
  'requests.carry_over': {
    zh: '与上年结转衔接',
    en: 'Carry-over meets last year',
    equation: {
      zh: '本年“上年结转” ＝ 上年报告“结转下年度”，同一机关、同一口径',
      en: 'Carried in = carried out of last year’s report, same agency and scope',
    },
  },
  'proceedings.total': {
    zh: '复议诉讼合计',
    en: 'Proceedings add up',
    equation: {
      zh: '总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结，三组各一式',
      en: 'Total = upheld + corrected + other + pending, one equation a group',
    },
  },
  'disclosure.stock': {
    zh: '文件存量衔接',
    en: 'Stock of documents',
    equation: {
      zh: '现行有效 ＝ 上年现行有效 ＋ 制发 − 废止（提示性）',
      en: 'In force = in force last year + issued − repealed (soft)',
    },
  },
  'narrative.agreement': {
    zh: '正文与表一致',
    en: 'Prose agrees with table',
    equation: {
      zh: '正文所述件数 ＝ 表中件数（提示性：正文可能另有所指）',
      en: 'A count stated in prose = the table’s (soft: prose may mean another scope)',
    },
  },
  'history.copied_table': {
    zh: '与上年整表相同',
    en: 'Table copied from last year',
    equation: {
      zh: '本年表格与上年逐格相同且不全为零（提示性）',
      en: 'The table equals last year’s cell by cell and is not all zero (soft)',
    },
  },
  'history.unit_slip': {
    zh: '单位疑有出入',
    en: 'Unit may have slipped',
    equation: {
      zh: '本年与上年相差约一万倍（提示性）',
      en: 'About ten thousand times last year’s figure (soft)',
    },
  },
  'history.jump': {
    zh: '年际变动异常',
    en: 'Unusual change',
    equation: {
      zh: '与本机关历年相比变动异常（提示性）',
      en: 'An unusual change against the agency’s own years (soft)',
    },
  },
  'identity.name_overwritten': {
    zh: '机关名称疑被改写',
    en: 'Agency name overwritten',
    equation: {
      zh: '页面上的机关名称与正文其他线索不符',
      en: 'The name on the page disagrees with the other evidence in the text',
    },
  },
  'identity.year_conflict': {
    zh: '年度互相矛盾',
    en: 'Years disagree',
    equation: {
      zh: '标题年度与统计期不一致',
      en: 'The year of the title and the period of the text disagree',
    },
  },
};
