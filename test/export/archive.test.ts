import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { archiveOf } from '../../lib/export/archive';
import { unzip } from './unzip';

async function* chunks(texts: readonly string[], failure?: Error): AsyncGenerator<Uint8Array[]> {
  for (const text of texts) yield [Buffer.from(text)];
  await new Promise((resolve) => setImmediate(resolve));
  if (failure) throw failure;
}

test('an archive holds its entries in order, names in Chinese too', async () => {
  const archive = archiveOf([
    { name: 'a.txt', content: 'a' },
    { name: '数据字典.csv', content: chunks(['b', 'c'.repeat(200_000)]) },
  ]);
  const files = await unzip(Buffer.concat(await archive.toArray()));
  expect([...files.keys()]).toEqual(['a.txt', '数据字典.csv']);
  expect(files.get('数据字典.csv')).toHaveLength(200_001);
});

test('an entry that fails half-way fails the archive, and nothing else', async () => {
  const archive = archiveOf([
    { name: 'a.txt', content: 'a' },
    { name: 'b.txt', content: chunks(['b'], new Error('torn')) },
  ]);
  await expect(new Response(Readable.toWeb(archive) as never).arrayBuffer()).rejects.toThrow('torn');
});

test('a reader that leaves ends what the archive is made of', async () => {
  let isEnded = false;
  async function* endless(): AsyncGenerator<Uint8Array[]> {
    try {
      for (;;) yield [Buffer.alloc(65_536, 'x')];
    } finally {
      isEnded = true;
    }
  }
  const archive = archiveOf([{ name: 'x', content: endless() }]);
  for await (const _ of archive) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isEnded).toBe(true);
});
