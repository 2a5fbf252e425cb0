/** Title, prose, headings and tables of a report in the usual order, with the usual small differences. */
import { valueOf } from '../../../lib/figures';
import type { ReportRecord } from '../../../lib/record';
import { chance, integer, pick, type Random } from '../../../lib/synth/random';
import type { Page, PageBlock, PageTable, PageText } from './page';
import { disclosureTable, proceedingsTable, requestsTable, writerOf } from './tables';

const text = (role: PageText['role'], content: string): PageText => ({ kind: 'text', role, text: content });

const TITLES = [
  (name: string, year: number) => `${name}${year}年政府信息公开工作年度报告`,
  (name: string, year: number) => `${year}年${name}政府信息公开工作年度报告`,
  (name: string, year: number) => `${name}${year}年度政府信息公开工作报告`,
  (name: string, year: number) => `${name}人民政府${year}年政府信息公开工作年报`,
];
const HEADINGS = {
  overview: ['一、总体情况', '一、政府信息公开总体情况', '一、概述'],
  disclosure: ['二、主动公开政府信息情况', '二、行政机关主动公开政府信息情况'],
  requests: ['三、收到和处理政府信息公开申请情况', '三、行政机关收到和处理政府信息公开申请情况'],
  proceedings: [
    '四、政府信息公开行政复议、行政诉讼情况',
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '四、政府信息公开被申请行政复议、行政诉讼情况',
  ],
  problems: ['五、存在的主要问题及改进情况', '五、政府信息公开工作存在的主要问题及改进情况'],
  other: ['六、其他需要报告的事项', '六、需要报告的其他事项'],
} as const;

/** The page of a record, undamaged. Prose is invented and its counts agree with the table. */
export function composePage(random: Random, record: ReportRecord, habits: ReadonlySet<string>): Page {
  const year = record.year ?? 2021;
  const name = record.agency.name.replace(/（.*/, '');
  const writer = writerOf(random, record, habits);
  const heading = (id: keyof typeof HEADINGS): PageText => text('heading', pick(random, HEADINGS[id]));
  const tables: [PageTable, PageTable, PageTable] = [
    disclosureTable(random, record, writer),
    requestsTable(record, writer),
    proceedingsTable(writer),
  ];
  const title = pick(random, TITLES)(name, year);
  const blocks: PageBlock[] = [
    ...(chance(random, 0.85) ? [text('title', title)] : []),
    ...(chance(random, 0.5)
      ? [text('furniture', `发布日期：${year + 1}-01-${integer(random, 10, 28)}`)]
      : []),
    text('prose', introduction(name, year)),
    heading('overview'),
    ...overview(random, record, year),
    heading('disclosure'),
    tables[0],
    heading('requests'),
    tables[1],
    heading('proceedings'),
    tables[2],
    heading('problems'),
    text('prose', pick(random, PROBLEMS)),
    heading('other'),
    text('prose', pick(random, ['无。', `${year}年度本机关未收取信息处理费。`, '没有其他需要报告的事项。'])),
  ];
  return { blocks, truth: writer.truth, year, title };
}

const introduction = (name: string, year: number): string =>
  `根据《中华人民共和国政府信息公开条例》的要求，编制本报告。报告由六个部分组成，数据统计期限为${year}年1月1日至${year}年12月31日。如有疑问，请与${name}政务公开科联系。`;

const PROBLEMS = [
  '一是公开内容还不够丰富，二是业务培训有待加强。下一步将增加培训2次，完善制度3项。',
  '存在的问题：更新不够及时。改进措施：明确专人负责，每季度检查1次。',
  '公开渠道仍较单一，将继续拓宽渠道。',
];

function overview(random: Random, record: ReportRecord, year: number): PageText[] {
  const received = valueOf(record, 'requests.new_requests.total');
  const granted = valueOf(record, 'requests.granted.total');
  return [
    text(
      'prose',
      `（一）主动公开。${year}年通过门户网站公开信息${integer(random, 10, 3000)}条，政策解读${integer(random, 0, 60)}篇。`,
    ),
    ...(received === null
      ? []
      : [
          text(
            'prose',
            `（二）依申请公开。全年共收到政府信息公开申请${received}件${granted ? `，予以公开${granted}件` : ''}，均已按时答复。`,
          ),
        ]),
    text('prose', '（三）政府信息管理。完善了信息发布审查制度，做到先审查、后公开。'),
    ...(chance(random, 0.5) ? [text('prose', '（四）平台建设。对网站栏目进行了调整，共设栏目19个。')] : []),
    ...(chance(random, 0.5) ? [text('prose', '（五）监督保障。开展业务培训，接受社会评议。')] : []),
  ];
}
