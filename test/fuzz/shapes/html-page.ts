/** A page as government sites serve it: menus, an index card, a share bar, the report, a footer with lists of places. */
import { chance, integer, pick, type Random } from '../../../lib/synth/random';
import { gridOf, type Page, type PageBlock } from '../page/page';
import { escapeXml } from '../../writers/xml';
import { PICTURE, tableHtml } from '../page/markup';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';

const MENU = ['首页', '政务公开', '办事服务', '互动交流', '走进本地'];
const PLACES = ['鼓楼区', '朝阳区', '和平区', '长安区', '新城区', '城关镇', '太平乡'];

/** The HTML of a site's page; `charset` is what its meta element declares, null for none. */
export function siteHtml(page: Page, random: Random, charset: string | null): string {
  const fontSize = pick(random, ['16px', '12pt', 'medium']);
  const cell = (text: string): string =>
    text === ''
      ? pick(random, ['&nbsp;', '<p>&nbsp;</p>', '<p></p>'])
      : `<p style="text-align: center;"><span style="font-size:${fontSize}">${escapeXml(text).replaceAll('\n', '<br />')}</span></p>`;
  const block = (each: PageBlock): string => {
    if (each.kind === 'picture')
      return `<p align="center"><img src="./W020210127.png" data:x="${PICTURE.length}"></p>`;
    if (each.kind === 'table') return tableHtml(gridOf(each), ({ text }) => cell(text), ' nowrap="nowrap"');
    if (each.role === 'title') return `<h1 class="title">${escapeXml(each.text)}</h1>`;
    return `<p>${chance(random, 0.5) ? '　　' : ''}${each.role === 'heading' ? '<strong>' : ''}${escapeXml(each.text)}${each.role === 'heading' ? '</strong>' : ''}</p>`;
  };
  const menu = MENU.map((name) => `<li><a href="/${name.length}/">${name}</a></li>`).join('');
  return `<!DOCTYPE html>
<html><head>${charset === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`}
<title>${escapeXml(page.title)}_门户网站</title><meta name="ArticleTitle" content="${escapeXml(page.title)}">
<script>var visits = 12345; document.write("<table><tr><td>1</td></tr></table>")</script><style>td { padding: 2px }</style></head>
<body><div class="top">今天是2026年${integer(random, 1, 12)}月${integer(random, 1, 28)}日 <ul>${menu}</ul></div>
<table class="card"><tr><td>索引号</td><td>12345678-9/2021-${integer(random, 10000, 99999)}</td><td>公开方式</td><td>主动公开</td></tr>
<tr><td>发布机构</td><td>政务公开办</td><td>浏览次数</td><td>${integer(random, 1, 900)}</td></tr></table>
<div id="zoom" class=TRS_Editor>
${page.blocks.map(block).join('\n')}
</div>
<div class=share>分享到： <a href=#>微信</a></div>
<div class="footer"><p>友情链接 ${PLACES.join(' ')}</p><p>版权所有 网站标识码${integer(random, 1100000000, 6599999999)}</p></div>
</body></html>`;
}

export const htmlPage: ShapeWriter = {
  extension: 'html',
  keepsPlaces: false,
  damage: [],
  without: RUNNING_TEXT,
  write: (page, { random }) => utf8(siteHtml(page, random, pick(random, ['utf-8', 'UTF-8', null]))),
};
