/** Evidence: why an answer was given. The kinds are words for people; they stand in records and on the report page. */
import type { Place } from '../place';
import type { Evidence } from '../record';
import { quote } from './text';

export type EvidenceKind =
  | 'title'
  | 'first sentence'
  | 'period'
  | 'source line'
  | 'contact line'
  | 'body text'
  | 'footer'
  | 'site code'
  | 'security record'
  | 'ICP record'
  | 'host'
  | 'path'
  | 'postcode'
  | 'area code'
  | 'meta'
  | 'date'
  | 'name'
  | 'figures'
  | 'own words'
  | 'gazetteer'
  | 'wiki address';

/** One piece of evidence, its words cut to 40 characters. */
export function evidence(kind: EvidenceKind, text: string, at: Place | null, says: string): Evidence {
  return { kind, text: quote(text), at, says };
}
