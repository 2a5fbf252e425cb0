/**
 * The agencies that a place can have, as data: name stem, endings by level, what kind of body it is and how busy it
 * is compared with an average bureau. The order is that in which a growing corpus takes them in.
 */
import type { Body } from '../record';

export type BodyShape = {
  /** The whole name, where it is not made of the place's name and a stem. */
  name?: string;
  stem: string;
  /** Ending at province level and below it. */
  endings: readonly [province: string, below: string];
  body: Body;
  /** Requests received, compared with an average bureau. */
  demand: number;
  /** Licences, penalties and compulsory measures decided, compared with an average bureau. */
  decisions: number;
};

const bureau = (stem: string, demand: number, decisions: number): BodyShape => ({
  stem,
  endings: ['厅', '局'],
  body: 'department',
  demand,
  decisions,
});
const bureauAll = (stem: string, demand: number, decisions: number): BodyShape => ({
  ...bureau(stem, demand, decisions),
  endings: ['局', '局'],
});
const commission = (stem: string, demand: number, decisions: number): BodyShape => ({
  ...bureau(stem, demand, decisions),
  endings: ['委员会', '局'],
});
const vertical = (stem: string, demand: number, decisions: number): BodyShape => ({
  ...bureauAll(stem, demand, decisions),
  body: 'vertical',
});
const institution = (stem: string): BodyShape => ({
  stem,
  endings: ['', ''],
  body: 'institution',
  demand: 0.05,
  decisions: 0,
});

/** Bodies of a province, prefecture or county beside its government, in the order in which a corpus takes them in. */
export const BODY_SHAPES: readonly BodyShape[] = [
  bureau('自然资源', 6, 4),
  { stem: '人民政府办公', endings: ['厅', '室'], body: 'office', demand: 3, decisions: 0 },
  bureau('公安', 2.5, 12),
  vertical('税务', 0.8, 8),
  bureau('住房和城乡建设', 5, 4),
  bureau('教育', 0.8, 1),
  commission('卫生健康', 0.8, 3),
  bureau('财政', 0.5, 0.2),
  bureauAll('市场监督管理', 2, 14),
  bureau('交通运输', 0.7, 8),
  commission('发展和改革', 0.8, 0.8),
  bureau('人力资源和社会保障', 1.5, 2),
  bureau('民政', 0.5, 0.6),
  vertical('气象', 0.05, 0.1),
  bureau('农业农村', 1, 2),
  bureau('生态环境', 1, 2),
  bureauAll('行政审批服务', 0.4, 20),
  bureauAll('城市管理', 1.2, 10),
  institution('人民医院'),
  bureau('水利', 0.4, 1),
  bureauAll('应急管理', 0.4, 2),
  bureau('司法', 0.6, 0.3),
  bureauAll('医疗保障', 0.3, 0.3),
  bureauAll('审计', 0.1, 0),
  bureau('文化和旅游', 0.2, 1),
  bureauAll('统计', 0.1, 0.3),
  vertical('消防救援', 0.1, 4),
  bureauAll('信访', 0.3, 0),
  bureau('退役军人事务', 0.2, 0),
  bureau('商务', 0.2, 0.2),
  bureau('工业和信息化', 0.2, 0.1),
  bureau('科学技术', 0.1, 0),
  institution('自来水公司'),
  bureauAll('林业', 0.3, 1.5),
  bureauAll('人民防空', 0.2, 0.4),
  bureauAll('机关事务管理', 0.1, 0),
  bureauAll('体育', 0.05, 0),
  bureauAll('粮食和物资储备', 0.05, 0.1),
  bureauAll('地方金融监督管理', 0.1, 0.1),
  commission('民族宗教事务', 0.05, 0),
  bureauAll('广播电视', 0.05, 0.2),
  bureauAll('乡村振兴', 0.1, 0),
  vertical('烟草专卖', 0.05, 3),
  institution('第一中学'),
  bureauAll('政务服务数据管理', 0.1, 0),
  bureauAll('外事', 0.02, 0),
  bureauAll('投资促进', 0.02, 0),
  institution('公共交通公司'),
  bureauAll('公积金管理', 0.1, 0),
  bureauAll('园林绿化', 0.2, 0.5),
  vertical('邮政管理', 0.05, 0.4),
  institution('燃气公司'),
  bureauAll('城市更新', 0.6, 0.1),
  bureauAll('房屋征收', 1.5, 0),
  vertical('地震', 0.02, 0),
  institution('中医医院'),
  bureauAll('供销合作', 0.02, 0),
  bureauAll('地方志', 0.01, 0),
  bureauAll('档案', 0.05, 0),
  bureauAll('国有资产监督管理', 0.1, 0),
  institution('第二中学'),
  institution('妇幼保健院'),
  vertical('国家统计调查', 0.01, 0),
  bureauAll('港航管理', 0.05, 0.5),
  bureauAll('渔业', 0.05, 0.5),
  bureauAll('知识产权', 0.05, 0.1),
  bureauAll('药品监督管理', 0.2, 1),
  institution('殡葬服务中心'),
  institution('供热公司'),
  institution('职业技术学校'),
  bureauAll('大数据', 0.1, 0),
  bureauAll('招商', 0.02, 0),
  institution('实验小学'),
  institution('疾病预防控制中心'),
  bureauAll('海洋', 0.1, 0.3),
];

/** 新疆生产建设兵团 stands beside the government of 新疆 and has no region code of its own. */
export const CORPS: BodyShape = {
  name: '新疆生产建设兵团',
  stem: '',
  endings: ['', ''],
  body: 'government',
  demand: 20,
  decisions: 30,
};
export const CORPS_REGION = '650000';

/** Bodies of the central government, in the order in which a corpus takes them in. */
export const NATIONAL_BODIES: readonly { name: string; body: Body; demand: number }[] = [
  { name: '自然资源部', body: 'department', demand: 8 },
  { name: '国家发展和改革委员会', body: 'department', demand: 5 },
  { name: '国家税务总局', body: 'vertical', demand: 3 },
  { name: '生态环境部', body: 'department', demand: 5 },
  { name: '住房和城乡建设部', body: 'department', demand: 5 },
  { name: '教育部', body: 'department', demand: 3 },
  { name: '公安部', body: 'department', demand: 3 },
  { name: '海关总署', body: 'vertical', demand: 2 },
  { name: '财政部', body: 'department', demand: 2 },
  { name: '国家卫生健康委员会', body: 'department', demand: 3 },
  { name: '人力资源和社会保障部', body: 'department', demand: 4 },
  { name: '农业农村部', body: 'department', demand: 3 },
  { name: '交通运输部', body: 'department', demand: 2 },
  { name: '民政部', body: 'department', demand: 1 },
  { name: '司法部', body: 'department', demand: 2 },
  { name: '中国气象局', body: 'vertical', demand: 0.4 },
  { name: '水利部', body: 'department', demand: 1 },
  { name: '商务部', body: 'department', demand: 1 },
  { name: '工业和信息化部', body: 'department', demand: 2 },
  { name: '科学技术部', body: 'department', demand: 1 },
  { name: '文化和旅游部', body: 'department', demand: 0.6 },
  { name: '应急管理部', body: 'department', demand: 0.8 },
  { name: '审计署', body: 'department', demand: 0.4 },
  { name: '国家市场监督管理总局', body: 'department', demand: 4 },
  { name: '国家金融监督管理总局', body: 'vertical', demand: 6 },
  { name: '国家统计局', body: 'department', demand: 0.8 },
  { name: '国家知识产权局', body: 'department', demand: 1 },
  { name: '国家医疗保障局', body: 'department', demand: 0.5 },
  { name: '国家铁路局', body: 'department', demand: 0.3 },
  { name: '国家邮政局', body: 'vertical', demand: 0.3 },
  { name: '国家能源局', body: 'department', demand: 0.6 },
  { name: '国家林业和草原局', body: 'department', demand: 0.6 },
  { name: '国家药品监督管理局', body: 'department', demand: 2 },
  { name: '中国民用航空局', body: 'department', demand: 0.5 },
  { name: '国家体育总局', body: 'department', demand: 0.3 },
  { name: '国家广播电视总局', body: 'department', demand: 0.3 },
  { name: '中国地震局', body: 'vertical', demand: 0.1 },
  { name: '国家文物局', body: 'department', demand: 0.2 },
  { name: '国家烟草专卖局', body: 'vertical', demand: 0.1 },
  { name: '国家中医药管理局', body: 'department', demand: 0.1 },
];
