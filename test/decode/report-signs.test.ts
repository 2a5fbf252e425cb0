/** Pages of governments' sites that speak of reports and are none, and reports without tables. All texts are our own. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { DecodeError } from '../../lib/errors';
import { ingestBytes } from '../../lib/ingest';
import { isReport, reportSigns } from '../../lib/report-signs';

const CRUMB =
  '<div class="nav">您现在的位置：<a>首页</a> &gt; <a>政府信息公开</a> &gt; <a>政府信息公开年报</a></div>';
const MENU = `<ul>${[
  '政府信息公开指南',
  '政府信息公开制度',
  '法定主动公开内容',
  '政府信息公开年报',
  '依申请公开',
  '甲县教育局2023年政府信息公开工作年度报告',
]
  .map((item) => `<li><a href="/x">${item}</a></li>`)
  .join('')}</ul>`;
const page = (title: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${CRUMB}${MENU}${body}</body></html>`;
const paragraphs = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');

const PROSE =
  '今年以来，我县围绕群众关心的事项推进政务公开和政府信息公开工作，县政府门户网站全年更新信息三千余条，群众满意度进一步提升，取得了较好的成效。';

const NOT_REPORTS: Record<string, string> = {
  'a news page under the column of reports': page(
    '甲县召开春季植树动员会-甲县人民政府',
    paragraphs('甲县召开春季植树动员会', '发布时间：2024-03-12', PROSE),
  ),
  'a news page of which the browser shows the column as title': page(
    '政府信息公开年报_甲县人民政府',
    paragraphs('甲县召开春季植树动员会', PROSE, PROSE),
  ),
  'a notice on how to write the report': page(
    '关于做好2024年政府信息公开工作年度报告编制发布工作的通知',
    paragraphs(
      '关于做好2024年政府信息公开工作年度报告编制发布工作的通知',
      '各镇人民政府，县政府各部门：',
      '根据条例要求，现将2024年政府信息公开工作年度报告编制工作有关事项通知如下：',
      '一、报告内容。年度报告应当包括总体情况、主动公开政府信息情况等六个部分。',
      '二、时间要求。请各单位于2025年1月20日前报送。',
    ),
  ),
  'a guide': page(
    '甲县政府信息公开指南',
    paragraphs(
      '甲县政府信息公开指南',
      '为了更好地提供政府信息公开服务，编制本指南。',
      '一、主动公开情况',
      '本机关主动公开的信息可以在网站查阅。',
      '二、依申请公开情况',
      '三、收费情况',
      '四、监督和救济：可以申请行政复议或者提起行政诉讼',
    ),
  ),
  'a login page': page('用户登录', paragraphs('用户名', '密码', '登录', '2022年度政府信息公开年报填报系统')),
  'a list of titles': page(
    '政府信息公开年报',
    ['2021', '2022', '2023', '2024']
      .map((year) => `<li>甲县教育局${year}年政府信息公开工作年度报告<span>${year}-12-30</span></li>`)
      .join(''),
  ),
  'an interpretation of a report': page(
    '一图读懂甲县2023年政府信息公开工作年度报告解读',
    paragraphs('【图解】甲县2023年政府信息公开工作年度报告解读', PROSE),
  ),
};

describe('what is no report', () => {
  for (const [name, html] of Object.entries(NOT_REPORTS))
    it(`refuses ${name} in one line`, async () => {
      const error = await ingestBytes(Buffer.from(html), { path: 'page.html', url: null }).catch(
        (e: unknown) => e,
      );
      expect(error).toBeInstanceOf(DecodeError);
      expect((error as DecodeError).message).not.toContain('\n');
      expect((error as DecodeError).remedy).not.toBe('');
    });
});

const OWN =
  '本年度报告根据《中华人民共和国政府信息公开条例》的要求，由甲县乙镇人民政府编制，所列数据的统计期限自2015年1月1日起至12月31日止。';
const CHAPTERS = [
  '一、概述',
  '二、主动公开政府信息情况',
  '三、依申请公开政府信息情况',
  '四、存在的主要问题和改进措施',
];

const REPORTS: Record<string, [file: string, content: string]> = {
  'by its own title, its sentence and its chapters': [
    'a.html',
    page(
      '甲县乙镇2015年政府信息公开工作年度报告-甲县人民政府',
      paragraphs('甲县乙镇2015年政府信息公开工作年度报告', OWN, ...CHAPTERS),
    ),
  ],
  'by its chapters and sentence, under a title that names the column alone': [
    'a.html',
    page('政府信息公开年报', paragraphs(OWN, ...CHAPTERS)),
  ],
  'by its title before running text, where the browser shows the site’s name': [
    'a.html',
    page('甲县人民政府', paragraphs('甲县乙镇2015年政府信息公开年度报告', '来源：乙镇', PROSE)),
  ],
  'by the first line of a text': ['a.txt', ['乙镇人民政府2012年政府信息公开工作年度报告', PROSE].join('\n')],
  'with its year behind': ['a.txt', ['甲县教育局政府信息公开年度报告（2011年）', PROSE].join('\n')],
};

describe('a report without tables', () => {
  for (const [name, [file, content]] of Object.entries(REPORTS))
    it(`is told ${name}`, async () => {
      expect(isReport(reportSigns(await decode(Buffer.from(content), file)))).toBe(true);
    });
});
