import { describe, expect, test } from 'vitest';
import { ALL_FIELDS, fieldLabel } from '../../lib/form';

describe('the name of a field', () => {
  test.each(['zh', 'en'] as const)('says nothing twice, and no two fields share one: %s', (language) => {
    const names = ALL_FIELDS.map(({ id }) => fieldLabel(id, language));
    const twice = names.filter((name) => {
      const parts = name.split(/ ?· ?/);
      return new Set(parts).size < parts.length;
    });
    expect(twice).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('tells the total of the outcomes without the heading of the form', () => {
    expect(fieldLabel('requests.outcomes_total.total', 'zh')).toBe('办理结果总计·总计');
    expect(fieldLabel('requests.outcomes_total.total', 'en')).toBe('Total handled · Total');
  });
});
