/** Messages of the cards: `cards.<id>.` and what of the card it is. Words that several cards share begin with `card.`. */
export const cards = {
  'cards.requests.title': '新收政府信息公开申请数量',
  'cards.requests.subtitle': '{unit}，{place}；年份下为收录的报告份数',
  'cards.requests.summary': '{year} 年新收 {value} 件，出自 {reports, number} 份报告。',
  'cards.requests.summary_before':
    '{year} 年为 {value} 件（{reports, number} 份）；各年收录的报告不同，总量不宜直接相比。',

  'cards.outcomes.title': '申请的办理结果构成',
  'cards.outcomes.subtitle': '占办理结果总计的百分比，{place}',
  'cards.outcomes.subtitle_key': '占办理结果总计的百分比，{place}；图例数值为 {year} 年',
  'cards.outcomes.summary': '{year} 年办结的申请中，予以公开占 {granted}，部分公开占 {partial}。',

  'cards.disputes.title': '复议率、诉讼率与纠正率',
  'cards.disputes.subtitle': '%，{place}；灰色空心点：分母不足 30 件',
  'cards.disputes.of_handled': '占办结申请，%',
  'cards.disputes.of_decided': '占已审结，%（带为 95% 区间）',
  'cards.disputes.summary': '{year} 年复议率 {review}，诉讼率 {litigation}。',

  'cards.disclosure.title': '主动公开：许可、处罚、强制与规范性文件',
  'cards.disclosure.subtitle': '件，{place}；竖虚线为 2021 年换表，两侧不可比',
  'cards.disclosure.summary':
    '许可、处罚、强制的决定数在新旧两表含义相同，可以连线；规范性文件由“新制作”改为“制发”，断开。',

  'cards.requests-by-level.title': '新收申请，分层级',
  'cards.requests-by-level.subtitle': '{place}；各图纵轴不同',

  'cards.requests-by-applicant.title': '新收申请，分申请人类型',
  'cards.requests-by-applicant.subtitle': '{unit}，{place}',
  'cards.requests-by-applicant.summary': '各年合计。缺少某一栏的报告不计入该栏。',

  'cards.requests-carried.title': '上年结转与结转下年度',
  'cards.requests-carried.subtitle': '{place}；空心点：报告尚未收齐的年度',
  'cards.requests-carried.counts': '件数',
  'cards.requests-carried.of_in': '占新收与上年结转之和，%',
  'cards.requests-carried.summary':
    '同一机关的上年结转应等于前一年的结转下年度；各年收录的报告不同，合计不必相等。',

  'cards.outcomes-by-year.title': '办理结果构成，分年度',

  'cards.outcomes-by-level.title': '办理结果构成，分层级',

  'cards.outcomes-flow.title': '从收到到办结',
  'cards.outcomes-flow.subtitle': '{place}；三行同一比例尺，上下对应处相接',
  'cards.outcomes-flow.summary':
    '收到的应等于办结的加结转的。红斜线是对不上的差额。只计各格齐全的报告{missing, plural, =0 {} other {，另有 # 份缺某一格，未计入}}。',

  'cards.outcomes-reasons.title': '没有公开的各种情形',
  'cards.outcomes-reasons.subtitle': '{unit}，{place}；办结共 {total} 件',
  'cards.outcomes-reasons.other_2019': '其他处理（2019 年式，不分项）',
  'cards.outcomes-reasons.summary':
    '表三（三）至（六）的各行。2019 年式的“其他处理”只有一行，2021 年式分为三行，并列在此。',

  'cards.outcomes-by-region.title': '办理结果构成，分地区',

  'cards.dispute-rates.title': '复议率、诉讼率、争议率',
  'cards.dispute-rates.subtitle': '%，{place}；带为 95% 区间，灰色空心点：分母不足 30 件',
  'cards.dispute-rates.unit': '占办结申请，%',
  'cards.dispute-rates.summary':
    '个别争议针对上一年的办理，所以区间是近似的。复议后起诉的案件不重复计入争议率。',

  'cards.correction-rates.title': '复议纠正率与诉讼纠正率',
  'cards.correction-rates.subtitle': '%，{place}；带为 95% 区间，灰色空心点：分母不足 30 件',
  'cards.correction-rates.unit': '占已审结，%',
  'cards.correction-rates.summary': '分母是总计减去尚未审结。',

  'cards.dispute-results.title': '各渠道的审理结果',
  'cards.dispute-results.subtitle': '占已审结案件的百分比，{place}；右端为已审结／总计',
  'cards.dispute-results.summary': '尚未审结的案件下一年再次出现，所以各年分开，不相加。',

  'cards.disclosure-documents.title': '规章和行政规范性文件',
  'cards.disclosure-documents.subtitle': '件，{place}；竖虚线为 2021 年换表，两侧不可比',
  'cards.disclosure-documents.summary':
    '2019 年式问“新制作数量”，2021 年式问“制发件数”；“现行有效”只有 2021 年式才问。',

  'cards.disclosure-decisions.title': '许可、处罚、强制的处理决定',
  'cards.disclosure-decisions.subtitle': '件，{place}',
  'cards.disclosure-decisions.summary': '两种表式里含义相同，可以连线。',

  'cards.disclosure-fees.title': '行政事业性收费',
  'cards.disclosure-fees.subtitle': '{place}；2019 年式问项目数，2021 年式问金额（万元）',
  'cards.disclosure-fees.summary': '两种表式问的不是同一件事，分成两图，不可比。',

  'cards.disclosure-by-level.subtitle': '{place}；各图纵轴不同；竖虚线为 2021 年换表',

  'cards.regions-over-years.title': '{measure}，各地区历年',
  'cards.regions-over-years.subtitle': '{place}，{regions, number} 个地区；各图纵轴相同',

  'cards.regions-coverage.title': '各地区收录的报告',
  'cards.regions-coverage.subtitle': '计入的报告份数，{place}；斜线格：没有报告',
  'cards.regions-coverage.summary':
    '地区之间、年度之间比较之前，先看收录了多少。在“表”里点地区名称看下一级。',

  'cards.peers.title': '在同类机关中的位置',
  'cards.peers.subtitle':
    '{agency}，{year} 年；同类：{who}，另有 {count, number} 个机关；位次只作比较，不作评价',
  'cards.peers.summary': '圆点是本机关，细线各是一个同类机关，方框是中间一半，粗线是中位数。',
  'cards.peers.coverage': '{compared, number}／{count, number} 个同类机关有{rate}',
  'cards.peers.rate': '比率',
  'cards.peers.rank': '第 {rank} 百分位',
  'cards.peers.no_rank': '不排位',
  'cards.peers.small': '不足 {fewest} 件，不排位',
  'cards.peers.column_own': '本机关',
  'cards.peers.column_percentile': '百分位',
  'cards.peers.column_q1': '下四分位',
  'cards.peers.column_median': '中位数',
  'cards.peers.column_q3': '上四分位',
  'cards.peers.column_compared': '可比机关',
  'cards.peers.column_few': '不足 30 件',
  'cards.peers.column_missing': '无数据',
  'cards.peers.notes':
    '同类指同一年度、同一层级、同一类型的其他机关。每条竖线是一个机关，方框是中间一半，粗线是中位数，圆点是本机关。百分位是比率低于本机关的同类所占的比例，相等的算一半；分母不足 30 件的比率不比较也不排位，同类不足 30 个时也不排位。',

  'cards.spread.title': '{name}在同类机关中的分布',
  'cards.spread.subtitle': '机关个数；{who}，{year} 年；竖线是{agency}',
  'cards.spread.summary': '本机关为 {own}。',
  'cards.spread.coverage':
    '{counted, number}／{all, number} 个机关；另有 {few, number} 个不足 30 件，{missing, number} 个无数据',
  'cards.spread.from': '下限',
  'cards.spread.to': '上限（不含）',
  'cards.spread.range': '范围',
  'cards.spread.agencies': '机关',

  'cards.carry.title': '结转是否衔接',
  'cards.carry.subtitle': '{agency}；空心：上一年报告的“结转下年度”；实心：本年报告的“上年结转”；两者应相等',
  'cards.carry.summary': '{told} 个可核对的接点里 {equal} 个相等',
  'cards.carry.coverage': '{told}／{all} 个接点可核对',
  'cards.carry.notes': '两份报告口径相同、两格都有数字时才核对。规则：',

  'cards.panels.subject': '对象',
  'cards.panels.title': '{name}，按年',
  'cards.panels.subtitle': '{unit}，{years}；各格坐标相同；灰色空心点：分母不足 30 件',
  'cards.panels.coverage': '{subjects, number} 个对象，{counted, number}／{all, number} 份报告有此项',
};
