/** Damage that takes parts of a document away, or puts them where they say less: its end, headers, a piece of another table. */
import { integer, type Random } from '../../../lib/synth/random';
import type { Page, PageTable, ValueCell } from '../page/page';
import { tablesOf } from '../page/page';

const tableOf = (page: Page, id: PageTable['id']): PageTable | undefined =>
  tablesOf(page).find((table) => table.id === id);

/** The document ends within table 3, behind one of its rows: no later row, table or chapter is there. */
export function cutDocument(random: Random, page: Page): void {
  const requests = tableOf(page, 'requests');
  const section = requests?.sections[0];
  if (!requests || !section) return;
  const kept = integer(random, 1, section.body.length - 1);
  const after = page.blocks.slice(page.blocks.indexOf(requests) + 1);
  const lost = [
    ...section.body.splice(kept),
    ...after.flatMap((block) => (block.kind === 'table' ? block.sections.flatMap(({ body }) => body) : [])),
  ];
  page.blocks.length -= after.length;
  for (const { field } of lost.flatMap((row) => row.values))
    if (field) page.truth[field] = { value: null, raw: '', state: 'absent' };
}

/** Table 4 without the rows of its headers. */
export function loseProceedingHeads(_random: Random, page: Page): void {
  for (const section of tableOf(page, 'proceedings')?.sections ?? []) section.head = [];
}

/** Three figures under headers of table 4, before table 2: a fragment that a converter made of a narrow column. */
export function addFragment(random: Random, page: Page): void {
  const at = page.blocks.findIndex((block) => block.kind === 'table' && block.id === 'disclosure');
  const value = (): ValueCell => ({
    field: null,
    kind: 'count',
    text: String(integer(random, 0, 20)),
    colspan: 1,
  });
  const heads = ['行政复议', '结果维持', '结果纠正'];
  page.blocks.splice(Math.max(0, at), 0, {
    kind: 'table',
    id: 'other',
    labelWidth: 0,
    width: 3,
    sections: [
      {
        block: null,
        title: null,
        head: [heads.map((text) => ({ text, rowspan: 1, colspan: 1 }))],
        body: [{ labels: [], values: [value(), value(), value()] }],
      },
    ],
  });
}
