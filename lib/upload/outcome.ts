/** What came of an upload. It goes from the thread to the request and from there to its page, and nowhere else. */
import type { ReportRecord } from '../record';

export type UploadedFile = { name: string; bytes: Uint8Array };

/** Why a file gave no report: the words for each stand in lib/i18n. */
export const REJECT_REASONS = [
  'empty',
  'picture',
  'packed',
  'bomb',
  'locked',
  'damaged',
  'other_format',
  'too_large',
  'tangled',
  'other_document',
  'late',
  'memory',
  'fault',
  'file_bound',
  'count_bound',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** A report with the time its reading took, or why there is none. `name` is the file's own, never a path of ours. */
export type ReadOutcome =
  | { kind: 'record'; name: string; milliseconds: number; record: ReportRecord }
  | { kind: 'reject'; name: string; why: RejectReason; detail: string | null };
