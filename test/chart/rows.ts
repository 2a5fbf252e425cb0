import { translator } from '../../lib/i18n/message';
import type { MetricsRow, MetricValue } from '../../lib/query';

/** What charts need to speak Chinese. */
export const inChinese = { language: 'zh-CN', t: translator('zh-CN') } as const;
/** What charts need to speak English. */
export const inEnglish = { language: 'en', t: translator('en') } as const;

type Written = number | null | [numerator: number, denominator: number];

/** A row of one year; a pair stands for a rate. */
export function yearRow(year: number | null, values: Record<string, Written>, reports = 3): MetricsRow {
  const value = (written: Written): MetricValue => {
    if (!Array.isArray(written))
      return {
        value: written,
        numerator: null,
        denominator: null,
        reports: written === null ? 0 : reports,
        missing: written === null ? reports : 0,
      };
    const [numerator, denominator] = written;
    return {
      value: denominator > 0 ? numerator / denominator : null,
      numerator,
      denominator,
      reports,
      missing: 0,
    };
  };
  return {
    key: { year },
    names: {},
    reports,
    values: Object.fromEntries(Object.entries(values).map(([metric, written]) => [metric, value(written)])),
  };
}
