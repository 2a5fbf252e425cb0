/** Places as the text that the database keeps. */
import type { Place } from '../../place';

/** Places are shared objects in a synthetic corpus, so their text is kept while they live. */
const placeTexts = new WeakMap<Place, string>();

/** A place as JSON; null for none. */
export function placeJson(at: Place | null): string | null {
  if (!at) return null;
  const known = placeTexts.get(at);
  if (known !== undefined) return known;
  const text = JSON.stringify(at);
  placeTexts.set(at, text);
  return text;
}
