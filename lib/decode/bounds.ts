/** How much an archive may hold and unpack to, whatever its kind. */

/** Most members of an archive, largest member and largest sum in bytes, highest ratio of unpacked to packed size. */
export const ARCHIVE_BOUNDS = {
  members: 10_000,
  memberBytes: 50 * 1024 * 1024,
  totalBytes: 2 * 1024 * 1024 * 1024,
  ratio: 250,
  /** Small members may be packed to any ratio: a page of zeros is no bomb. */
  ratioFreeBytes: 1024 * 1024,
  nesting: 3,
  /** A single packed file (gzip), unpacked. */
  packedBytes: 256 * 1024 * 1024,
};
