/** Copies on other people's sites carry pronunciations behind characters. The texts are rendered by lib/synth. */
import { expect, test } from 'vitest';
import { ALL_FIELDS } from '../lib/form/index';
import { withoutPronunciations } from '../lib/pronunciations';
import { ingestBytes } from '../lib/ingest';
import { valueOf } from '../lib/figures';
import { drawDocument } from './fuzz/document';

const TONES = ['(bào)', '(shù)', '(xiàng)', '（guī）', '(ǎn)', '(nǚ)'];

/** The text with a pronunciation behind every third ideograph. */
const glossed = (text: string): string => {
  let n = 0;
  return text.replace(/\p{Script=Han}/gu, (each) =>
    n++ % 3 === 1 ? each + (TONES[n % TONES.length] as string) : each,
  );
};

test('they change no figure and no name', async () => {
  for (const index of [3, 5, 8, 11]) {
    const { bytes, name } = await drawDocument(77, index, 'lines');
    const text = new TextDecoder().decode(bytes);
    const plain = await ingestBytes(bytes, { path: name, url: null });
    const read = await ingestBytes(new TextEncoder().encode(glossed(text)), { path: name, url: null });
    const figures = (record: typeof read) => ALL_FIELDS.map(({ id }) => valueOf(record, id));
    expect(figures(read)).toEqual(figures(plain));
    expect(figures(plain).filter((each) => each !== null).length).toBeGreaterThan(100);
    expect([read.year, read.region.code, read.agency.body]).toEqual([
      plain.year,
      plain.region.code,
      plain.agency.body,
    ]);
  }
});

test('other brackets stay', () => {
  for (const text of ['报告(修订)', '总额(元)', 'PDF(bào)', '数量(n)', '下载(pdf)', '(bào)告'])
    expect(withoutPronunciations(text)).toBe(text);
});
