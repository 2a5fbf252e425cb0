/** Damage to the page around the tables: headings, chapters, other tables, pictures instead of tables. */
import type { Page, PageBlock, PageTable, PageText } from '../page/page';
import { chance, integer, pick, type Random } from '../../../lib/synth/random';

const prose = (text: string): PageText => ({ kind: 'text', role: 'prose', text });
const isHeading = (block: PageBlock): block is PageText => block.kind === 'text' && block.role === 'heading';
const tableAt = (page: Page, id: string): number =>
  page.blocks.findIndex((block) => block.kind === 'table' && block.id === id);

/** One or two section headings missing. */
export function loseHeadings(random: Random, page: Page): void {
  for (let i = integer(random, 1, 2); i > 0; i--) {
    const headings = page.blocks.filter(isHeading);
    if (headings.length > 0) page.blocks.splice(page.blocks.indexOf(pick(random, headings)), 1);
  }
}

/** A heading printed twice, or two chapters with the same number. */
export function doubleHeadings(random: Random, page: Page): void {
  const headings = page.blocks.filter(isHeading);
  const heading = pick(random, headings);
  if (chance(random, 0.5)) page.blocks.splice(page.blocks.indexOf(heading), 0, { ...heading });
  else heading.text = heading.text.replace(/^./, pick(random, ['二', '三', '四']));
}

/** A seventh chapter, before the last one or after it. */
export function addChapter(random: Random, page: Page): void {
  const at = chance(random, 0.5) ? page.blocks.length : page.blocks.length - 2;
  page.blocks.splice(
    at,
    0,
    { kind: 'text', role: 'heading', text: '七、附件' },
    prose('政务公开工作要点落实情况：重点任务12项，已完成12项。'),
  );
}

/** Table 2 printed before its heading. */
export function moveTableUp(_random: Random, page: Page): void {
  const at = tableAt(page, 'disclosure');
  const above = page.blocks[at - 1];
  const table = page.blocks[at];
  if (above && table && isHeading(above)) page.blocks.splice(at - 1, 2, table, above);
}

/** Prose between table 4 and the next heading. */
export function addProseAfterTables(random: Random, page: Page): void {
  const text = pick(random, [
    '说明：以上数据由各单位报送汇总，行政复议1件结转下年。',
    '注：表中数据截至12月31日，共核对2次。',
  ]);
  page.blocks.splice(tableAt(page, 'proceedings') + 1, 0, prose(text));
}

/** Other tables on the page before the report begins: an index card, and counts that are not the form's. */
export function addOtherTables(random: Random, page: Page): void {
  const value = (text: string) => ({ field: null, kind: 'count' as const, text, colspan: 1 });
  const row = (label: string, ...values: string[]) => ({ labels: [label], values: values.map(value) });
  const table = (body: PageTable['sections'][number]['body']): PageTable => ({
    kind: 'table',
    id: 'other',
    labelWidth: 1,
    width: (body[0]?.values.length ?? 0) + 1,
    sections: [{ block: null, title: null, head: [], body }],
  });
  const card = table([
    row('索引号', '01234567-8/2021-00012', '发布机构', '政务公开办'),
    row('生成日期', '2021-01-20', '文号', '无'),
  ]);
  const counts = table([
    row('公开渠道', '单位', '数量'),
    row('政府网站', '条', String(integer(random, 10, 900))),
    row('政务微信', '条', String(integer(random, 0, 300))),
  ]);
  page.blocks.splice(0, 0, card);
  if (chance(random, 0.6)) page.blocks.splice(5, 0, counts);
}

/** A picture stands where one of the tables stood, or all three. Nothing of it is said in the text. */
export function replaceByPictures(random: Random, page: Page): void {
  const isAll = chance(random, 0.4);
  const lost = pick(random, ['disclosure', 'requests', 'proceedings']);
  page.blocks = page.blocks.map((block): PageBlock => {
    if (block.kind !== 'table' || block.id === 'other' || (!isAll && block.id !== lost)) return block;
    for (const { field } of block.sections.flatMap((section) => section.body.flatMap((row) => row.values)))
      if (field) page.truth[field] = { value: null, raw: '', state: 'absent' };
    return { kind: 'picture' };
  });
}

/** One table cut into several, as where a converter began anew on each page. */
export function cutTables(random: Random, page: Page): void {
  page.blocks = page.blocks.flatMap((block): PageBlock[] => {
    if (block.kind !== 'table' || block.id === 'proceedings' || block.id === 'other') return [block];
    if (block.id === 'disclosure')
      return block.sections.map((section) => ({ ...block, sections: [section] }));
    const section = block.sections[0];
    if (!section) return [block];
    const cut = integer(random, 1, section.body.length - 2);
    const part = (head: typeof section.head, body: typeof section.body): PageTable => ({
      ...block,
      sections: [{ ...section, head, body }],
    });
    return [
      part(section.head, section.body.slice(0, cut)),
      part(chance(random, 0.3) ? structuredClone(section.head) : [], section.body.slice(cut)),
    ];
  });
}
