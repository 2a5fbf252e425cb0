/** A place in a source in the words of the page: `第 4 页 · 第 1 行 · 第 5 格`. */
import type { Place } from '../../../lib/place';
import type { PageContext } from '../../_request/page-context';

const PARTS = ['page', 'table', 'row', 'cell', 'block', 'line', 'column'] as const;

/** The place, or that none is known. */
export function placeWords({ t }: PageContext, at: Place | null): string {
  if (!at) return t('place.none');
  const parts = PARTS.flatMap((part) =>
    at[part] === undefined ? [] : t(`place.${part}`, { n: String(at[part]) }),
  );
  const named = [at.member, at.sheet].filter((each) => each !== undefined);
  return [...named, ...parts].join(' · ') || t('place.none');
}
