/** What each issue code says to a person, in both languages. */
import type { IssueCode } from '../issue';

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
