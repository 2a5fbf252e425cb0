/** What every shape is given and gives back. */
import type { Damage } from '../damage/index';
import { pick, type Random } from '../../../lib/synth/random';
import type { Page, ValueCell } from '../page/page';

export type Context = { random: Random; damage: ReadonlySet<Damage> };

export type ShapeWriter = {
  extension: string;
  /** Whether a missing cell leaves a gap in its column (a spreadsheet) or lets the next ones move up (running text). */
  keepsPlaces: boolean;
  /** An empty cell leaves no trace. */
  hidesBlanks?: true;
  /** The damage that only this shape can do. */
  damage: readonly Damage[];
  /** Damage that means nothing in this shape, or leaves no way to know what the document says. */
  without: readonly Damage[];
  write: (page: Page, context: Context) => Uint8Array | Promise<Uint8Array>;
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A page number as extractors leave it between lines. */
export function pageMark(random: Random): string {
  const page = String(Math.floor(random() * 7) + 2);
  return pick(random, [
    `— ${page} —`,
    `- ${page} -`,
    `－${page}－`,
    `第 ${page} 页 共 9 页`,
    `第${page}页`,
    `${page} / 9`,
    page,
  ]);
}

/** The document no longer says this value: a reading of it must be null, or come with an issue. */
export function loseFromTruth(page: Page, value: ValueCell): void {
  const known = value.field ? page.truth[value.field] : undefined;
  if (!value.field || !known || known.value === null) return;
  const row = value.field.slice(0, value.field.lastIndexOf('.') + 1);
  const hasBlanks = Object.entries(page.truth).some(
    ([id, { state }]) => id.startsWith(row) && state === 'blank',
  );
  page.truth[value.field] = {
    value: null,
    raw: '',
    state: 'unreadable',
    origin: known.value,
    // Among blank cells a value that vanished leaves no trace.
    ...(hasBlanks ? { isUnknowable: true } : {}),
  };
}
