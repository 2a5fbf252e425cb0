/** How much one upload may hold. No zod and no Node here: the page tells readers these bounds before they send. */

export const UPLOAD_BOUNDS = {
  /** Files in one form, and reports read of them (an archive holds several). */
  files: 10,
  reports: 20,
  /** Bytes of one file, and of the whole form. */
  fileBytes: 20 * 1024 * 1024,
  formBytes: 32 * 1024 * 1024,
  /** Characters of a file's name that are kept. */
  nameLength: 120,
} as const;

/** Name of the field of the form. */
export const UPLOAD_FIELD = 'files';

/** Address of the form, and of where it sends to. */
export const UPLOAD_PATH = '/data/upload';
