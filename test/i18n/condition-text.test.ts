import { expect, test } from 'vitest';
import { conditionText } from '../../lib/i18n/condition-text';

test.each([
  [
    'disclosure_rate<0.5|requests.granted.total:!blank',
    'zh-CN',
    '公开率（含部分公开） < 50% 或 予以公开·总计：非空白',
  ],
  ['denial_rate>=0.125|year!=2020', 'en', 'Denial rate ≥ 12.5% or Year ≠ 2020'],
  ['requests.granted.total:missing', 'en', 'Granted in full · Total: no number'],
  ['published>2024-03-31', 'zh-CN', '发布日期 > 2024-03-31'],
  ['no condition', 'en', 'no condition'],
] as const)('%s reads in %s as a phrase', (group, language, phrase) => {
  expect(conditionText(group, language)).toBe(phrase);
});
