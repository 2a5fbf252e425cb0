import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillHoles, packHoled } from '../../lib/server/gzip-holes';

const HOLE = 24;
/** Texts that say the same things over and over, as pages do, some longer than deflate looks back. */
const text = fc
  .tuple(
    fc.array(fc.constantFrom('<script nonce="', '政府信息公开', 'a', '"></script>', '0'), { maxLength: 60 }),
    fc.nat(900),
  )
  .map(([words, times]) => words.join('') + words.slice(0, 9).join('').repeat(times));
const filling = fc
  .base64String({ minLength: HOLE, maxLength: HOLE })
  .map((each) => each.slice(0, HOLE).padEnd(HOLE, '='));

test('a body with any fillings is the body, checksum and all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 8 }),
      filling,
      filling,
      async (texts, first, second) => {
        const body = Buffer.from(texts.join(first));
        const places: number[] = [];
        texts.slice(0, -1).reduce((at, each) => {
          const place = at + Buffer.byteLength(each);
          places.push(place);
          return place + HOLE;
        }, 0);
        const packed = await packHoled(body, places, HOLE);
        if (packed === null) throw new Error('not packed');
        // gunzip holds the checksum and the length against what it unpacked.
        expect(gunzipSync(fillHoles(packed, Buffer.from(first))).equals(body)).toBe(true);
        expect(gunzipSync(fillHoles(packed, Buffer.from(second))).toString()).toBe(texts.join(second));
      },
    ),
    { numRuns: 60 },
  );
});

test('a body without holes is any bytes, none included, and packed as gzip does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      const packed = await packHoled(Buffer.from(bytes));
      expect(gunzipSync(fillHoles(packed as NonNullable<typeof packed>)).equals(Buffer.from(bytes))).toBe(
        true,
      );
    }),
  );
  const page = Buffer.from('政府信息公开年度报告'.repeat(9000));
  const packed = await packHoled(page);
  expect(fillHoles(packed as NonNullable<typeof packed>).length).toBeLessThan(gzipSync(page).length + 20);
});

test('a body with holes and a zero byte is not packed, and a filling of another length refused', async () => {
  expect(await packHoled(Buffer.from(`a\0${'='.repeat(HOLE)}`), [2], HOLE)).toBeNull();
  const packed = await packHoled(Buffer.from('='.repeat(HOLE)), [0], HOLE);
  expect(() => fillHoles(packed as NonNullable<typeof packed>, Buffer.from('short'))).toThrow(
    'a filling of 5 bytes for holes of 24',
  );
});
