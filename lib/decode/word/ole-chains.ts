/**
 * The chains of sectors and the tree of the directory in an OLE container, looked at before cfb follows them: it follows a
 * circle until no array can grow any more, which ends the whole process. Source: [MS-CFB] 2.2 (header), 2.3 to 2.5 (FAT,
 * DIFAT) and 2.6 (directory).
 */

/** Sectors of the FAT that the header names itself. */
const IN_HEADER = 109;

const ENTRY = 128;
/** Kinds of entries, and where an entry says what stands to its left, to its right and below it. */
const UNUSED = 0;
const ROOT = 5;
const BELOW = [68, 72, 76] as const;

/** Throws an Error when a chain of sectors or the directory leads back into itself; says nothing of what else may be wrong. */
export function checkChains(bytes: Buffer): void {
  const next = nextSectors(bytes);
  checkSectors(next);
  checkDirectory(bytes, next);
}

function checkSectors(next: Int32Array): void {
  const doneIn = new Uint32Array(next.length);
  for (let start = 0; start < next.length; start++) {
    if (doneIn[start] !== 0) continue;
    let at = start;
    // Beyond the table there is undefined: a chain has ended there as well.
    for (; doneIn[at] === 0; at = next[at] ?? -1) doneIn[at] = start + 1;
    if (doneIn[at] === start + 1) throw new Error(`the chain of sector ${start} is a circle`);
  }
}

/** Every entry hangs below one other at most, and upwards there is an end. */
function checkDirectory(bytes: Buffer, next: Int32Array): void {
  const size = sectorSize(bytes);
  const parts: Buffer[] = [];
  for (let at = bytes.readInt32LE(48); at >= 0 && at < next.length; at = next[at] ?? -1)
    parts.push(bytes.subarray((at + 1) * size, (at + 2) * size));
  const directory = Buffer.concat(parts);
  const above = new Map<number, number>();
  const count = Math.floor(directory.length / ENTRY);
  const kindOf = (entry: number): number => directory.readUInt8(entry * ENTRY + 66);
  if (count === 0 || directory.length % ENTRY !== 0 || kindOf(0) !== ROOT)
    throw new Error('the directory does not begin with its root, or is cut off');
  for (let entry = 0; entry < count; entry++) {
    for (const place of BELOW) {
      const below = directory.readInt32LE(entry * ENTRY + place);
      // What is unused may be filled with zeros; beside the root there is nothing.
      if (below === -1 || (kindOf(entry) === UNUSED && below === 0)) continue;
      const isPlace = below >= 1 && below < count && kindOf(below) !== UNUSED && !above.has(below);
      if (!isPlace || kindOf(entry) === UNUSED || (entry === 0 && place !== BELOW[2]))
        throw new Error(`the directory leads from entry ${entry} to ${below}, which is no place of its own`);
      above.set(below, entry);
    }
  }
  for (const start of above.keys()) {
    let steps = 0;
    for (let at: number | undefined = start; at !== undefined; at = above.get(at))
      if (steps++ > count) throw new Error(`the directory is a circle at entry ${start}`);
  }
}

const sectorSize = (bytes: Buffer): number => 2 ** Math.min(bytes.readUInt16LE(30), 16);

/** The sector after each sector, below 0 at the end of a chain. */
function nextSectors(bytes: Buffer): Int32Array {
  const size = sectorSize(bytes);
  const sector = (number: number): Buffer => bytes.subarray((number + 1) * size, (number + 2) * size);
  const next: number[] = [];
  for (const number of fatSectors(bytes, size, sector)) {
    const entries = number < 0 ? Buffer.alloc(0) : sector(number);
    for (let at = 0; at < size; at += 4) next.push(at + 4 <= entries.length ? entries.readInt32LE(at) : -1);
  }
  return Int32Array.from(next);
}

/** The numbers of the sectors that hold the FAT: those of the header, then those of the DIFAT, each of its sectors once. */
function fatSectors(bytes: Buffer, size: number, sector: (number: number) => Buffer): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < IN_HEADER; i++) {
    const number = bytes.readInt32LE(76 + 4 * i);
    if (number < 0) break;
    numbers.push(number);
  }
  const seen = new Set<number>();
  let at = bytes.readInt32LE(68);
  while (at >= 0 && !seen.has(at) && sector(at).length === size) {
    seen.add(at);
    const entries = sector(at);
    for (let place = 0; place < size - 4; place += 4) numbers.push(entries.readInt32LE(place));
    at = entries.readInt32LE(size - 4);
  }
  return numbers;
}
