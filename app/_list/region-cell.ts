/** Where an agency lies, as a cell of a list. */
import { placeName } from '../../lib/i18n/place-name';
import type { PageContext } from '../_request/page-context';
import type { CellView } from './report-table';

type Place = Parameters<typeof placeName>[0] & { level: string | null };

/** The names of its regions; the country for a body of the whole country, else a word for what is not known. */
export function regionCell({ t }: Pick<PageContext, 't'>, place: Place): CellView {
  const name = placeName(place);
  if (name !== '') return { text: name, foreign: true };
  return place.level === 'national'
    ? { text: t('region.country') }
    : { text: t('value.unknown'), absent: true };
}
