/** What a platform lacks for single tests. Each question that is answered by no prints its reason. */
const isWindows = process.platform === 'win32';

const need = (has: boolean, reason: string): boolean => {
  if (!has) process.stderr.write(`skipped on ${process.platform}: ${reason}\n`);
  return has;
};

/** Whether processes can take a signal and answer it. */
export const hasSignals = (): boolean => need(!isWindows, 'signals only end processes here');

/** Whether there is a POSIX shell with cp, mv and ulimit. */
export const hasShell = (): boolean => need(!isWindows, 'there is no POSIX shell');

/** Whether folders and links follow POSIX: links without rights of their own, modes that keep a reader out. */
export const hasPosixFiles = (): boolean =>
  need(!isWindows, 'links need rights here, and modes keep nobody out');

/** Whether a file's name may be any bytes but / and 0. */
export const hasNamesOfBytes = (): boolean =>
  need(process.platform === 'linux', 'names of files are characters here, not bytes');
