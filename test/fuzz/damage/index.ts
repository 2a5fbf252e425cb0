/** Every damage by name. Those done to a page are here; the others belong to the shape or to the way values are written. */
import type { Random } from '../../../lib/synth/random';
import type { Page } from '../page/page';
import { VALUE_HABITS } from '../page/values';
import * as chapters from './chapters';
import * as cuts from './cuts';
import * as labels from './labels';
import * as rows from './rows';
import * as tokens from './tokens';

type PageDamage = (random: Random, page: Page, shape: tokens.Traces) => void;

/** In the order in which they are done: rows before single values before the labels, pictures last. */
export const PAGE_DAMAGES = {
  'row-removed': rows.removeRow,
  'rows-doubled': rows.doubleRows,
  'local-rows': rows.insertLocalRows,
  'token-swapped': tokens.swapTokens,
  'token-cut': tokens.cutToken,
  'token-dropped': tokens.dropToken,
  'token-doubled': tokens.doubleToken,
  'zero-runs': rows.runZeros,
  'digits-run-together': rows.runDigits,
  'heads-lost': labels.loseHeads,
  'labels-cut': labels.cutLabels,
  'labels-mistyped': labels.mistypeLabels,
  'labels-wrapped': labels.wrapLabels,
  'group-labels-dropped': labels.dropGroupLabels,
  'row-labels-lost': labels.loseRowLabels,
  'head-lost': labels.loseHead,
  'head-invented': labels.inventHead,
  'headings-lost': chapters.loseHeadings,
  'headings-doubled': chapters.doubleHeadings,
  'seven-chapters': chapters.addChapter,
  'table-before-heading': chapters.moveTableUp,
  'prose-after-tables': chapters.addProseAfterTables,
  'other-tables': chapters.addOtherTables,
  'tables-cut': chapters.cutTables,
  'table-4-heads-lost': cuts.loseProceedingHeads,
  'table-4-fragment': cuts.addFragment,
  'document-cut': cuts.cutDocument,
  'picture-tables': chapters.replaceByPictures,
} as const satisfies Record<string, PageDamage>;

/** What text extractors do to running text; a table that keeps its columns cannot have it. */
export const RUNNING_TEXT: readonly Damage[] = ['zero-runs', 'digits-run-together'];

/** Damage that only some shapes can have; the shape does it while writing. */
export const SHAPE_DAMAGES = [
  'page-break',
  'repeated-lines-dropped',
  'blank-cells-dropped',
  'total-off-line',
  'row-cut-by-page',
  'labels-apart',
] as const;

export type Damage =
  | keyof typeof PAGE_DAMAGES
  | (typeof SHAPE_DAMAGES)[number]
  | (typeof VALUE_HABITS)[number];

export const DAMAGES: readonly Damage[] = [
  ...(Object.keys(PAGE_DAMAGES) as (keyof typeof PAGE_DAMAGES)[]),
  ...SHAPE_DAMAGES,
  ...VALUE_HABITS,
];

/** Does the page damages among these to a page, in their own order. */
export function damagePage(
  random: Random,
  page: Page,
  damage: ReadonlySet<Damage>,
  shape: tokens.Traces,
): void {
  for (const [name, apply] of Object.entries(PAGE_DAMAGES) as [Damage, PageDamage][])
    if (damage.has(name)) apply(random, page, shape);
}
