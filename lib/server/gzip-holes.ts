/**
 * Gzip of a body in which some bytes are other ones each time: the stretches between these holes are deflated once, and to send
 * the body anew only the holes and the checksum are written. Formats: RFC 1951 (deflate), RFC 1952 (gzip).
 */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw as deflateCallback } from 'node:zlib';

const deflateRaw = promisify(deflateCallback);

/** How far back deflate looks for what it has seen. */
const WINDOW = 32_768;

/** Magic number, deflate, no flags, no time, no system named. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** The last block, without content. */
const LAST_BLOCK = Buffer.from([3, 0]);

/** A body packed but for its holes, which are `hole` bytes long each. */
export type HoledGzip = {
  /** What stands before, between and behind the holes: one more than there are holes. Each ends at a whole byte. */
  stretches: readonly Buffer[];
  hole: number;
  /** CRC-32 of the body with zeros in its holes, and what that of a filling counts in it. */
  crc: number;
  weight: number;
  /** Bytes of the body. */
  size: number;
  /** Bytes that this takes. */
  packed: number;
};

/**
 * `body` packed, with holes of `hole` bytes at `places` (ascending, not overlapping; none for a body that is always the same).
 * Null for a body with a zero byte outside its holes: deflate could point from there into a hole.
 */
export async function packHoled(
  body: Buffer,
  places: readonly number[] = [],
  hole = 0,
): Promise<HoledGzip | null> {
  const masked = Buffer.from(body);
  for (const place of places) masked.fill(0, place, place + hole);
  const bounds = [0, ...places.flatMap((place) => [place, place + hole]), body.length];
  const stretches: Buffer[] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    const [from, to] = bounds.slice(i, i + 2) as [number, number];
    const text = masked.subarray(from, to);
    if (places.length > 0 && text.includes(0)) return null;
    const dictionary = masked.subarray(Math.max(0, from - WINDOW), from);
    const finishFlush = constants.Z_SYNC_FLUSH;
    // The reader has what went before; without any, zlib takes no empty dictionary.
    stretches.push(await deflateRaw(text, from === 0 ? { finishFlush } : { finishFlush, dictionary }));
  }
  return {
    stretches,
    hole,
    crc: crc32(masked),
    weight: places.reduce((sum, place) => sum ^ shifted(body.length - place - hole), 0) >>> 0,
    size: body.length,
    packed: stretches.reduce((sum, each) => sum + each.length, 0),
  };
}

/** The whole file with `filling`, which is as long as a hole, in every hole. */
export function fillHoles(
  { stretches, hole, crc, weight, size }: HoledGzip,
  filling: Buffer = Buffer.alloc(0),
): Buffer {
  if (filling.length !== hole)
    throw new RangeError(`a filling of ${filling.length} bytes for holes of ${hole}`);
  const block = Buffer.concat([storedHead(hole), filling]);
  const parts = stretches.flatMap((stretch, index) => (index === 0 ? [stretch] : [block, stretch]));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE((crc ^ times(linear(filling), weight)) >>> 0, 0);
  trailer.writeUInt32LE(size % 2 ** 32, 4);
  return Buffer.concat([HEADER, ...parts, LAST_BLOCK, trailer]);
}

/** The head of a block that is stored as it is. */
function storedHead(length: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(length, 1);
  head.writeUInt16LE(0xffff - length, 3);
  return head;
}

/*
 * CRC-32 is a remainder of polynomials over two elements, the coefficient of x^0 in the highest bit. Bodies of one length
 * differ in it by the remainder of their difference, and bytes behind a difference multiply that by x^8 each.
 */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;
const X_8 = ONE >>> 8;

/** The checksum of bytes without what their number alone adds to it. */
const linear = (bytes: Buffer): number => crc32(bytes) ^ crc32(Buffer.alloc(bytes.length));

/** The product of two remainders. */
function times(a: number, b: number): number {
  let product = 0;
  let shiftedB = b;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= shiftedB;
    shiftedB = shiftedB & 1 ? (shiftedB >>> 1) ^ POLYNOMIAL : shiftedB >>> 1;
  }
  return product >>> 0;
}

/** What `bytes` bytes behind something multiply its remainder by: x to the power of their bits. */
function shifted(bytes: number): number {
  let power = ONE;
  let square = X_8;
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = times(power, square);
    square = times(square, square);
  }
  return power;
}
