/** Answers about short texts are kept, those about long ones are not, and the store has a bound. */
import { expect, test } from 'vitest';
import { memoize } from '../../lib/read/memoize';

function counted() {
  const asked: string[] = [];
  const length = memoize((text) => {
    asked.push(text);
    return text.length;
  });
  return { asked, length };
}

test('a short text is asked about once, whatever the answer is', () => {
  const { asked, length } = counted();
  expect([length('总计'), length(''), length('总计'), length('')]).toEqual([2, 0, 2, 0]);
  expect(asked).toEqual(['总计', '']);
});

test('prose is asked about each time: more than eighty letters', () => {
  const { asked, length } = counted();
  const label = '一'.repeat(80);
  expect([length(label), length(label)]).toEqual([80, 80]);
  const prose = '一'.repeat(81);
  expect([length(prose), length(prose)]).toEqual([81, 81]);
  expect(asked).toEqual([label, prose, prose]);
});

test('after twenty thousand texts it starts anew', () => {
  const { asked, length } = counted();
  for (let i = 0; i < 20_000; i++) length(String(i));
  length('0');
  expect(asked.length).toBe(20_000);
  length('one more');
  length('one more');
  expect(asked.length).toBe(20_001);
  length('0');
  expect(asked.length).toBe(20_002);
});
