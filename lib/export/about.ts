/** What a file says of itself: where it is from, what was chosen, how to cite it. Both languages, in every file. */
import { serializeFilters, type Filters } from '../filters';
import { translator } from '../i18n/message';
import { conditionText } from '../i18n/condition-text';
import type { Manifest } from '../store/connect';

export type About = {
  filters: Filters;
  manifest: Manifest;
  rows: number;
  /** The address, relative to the site, that gives the same rows again. */
  address: string;
};

/** The synthetic corpus says what it is wherever it goes. */
export const SYNTHETIC_MARK = '合成数据，并非真实报告 · synthetic data, not real reports';

export const LICENCE = { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** Facts under short keys: metadata of Parquet, second sheet of a workbook, head of a README. */
export function aboutFile({ filters, manifest, rows, address }: About): Record<string, string> {
  const [zh, en] = [translator('zh-CN'), translator('en')];
  const version = manifest.corpus_version.slice(0, 12);
  const cited = { version, reports: manifest.reports };
  return {
    corpus: manifest.synthetic ? `${filters.corpus}: ${SYNTHETIC_MARK}` : filters.corpus,
    corpus_version: manifest.corpus_version,
    rows: String(rows),
    filters: serializeFilters(filters) || '–',
    ...(filters.where.length === 0
      ? {}
      : {
          conditions: filters.where.map((group) => conditionText(group, 'zh-CN')).join('；'),
          conditions_en: filters.where.map((group) => conditionText(group, 'en')).join('; '),
        }),
    address,
    citation: zh('cite.text', { corpus: zh(`corpus.${filters.corpus}`), ...cited }),
    citation_en: en('cite.text', { corpus: en(`corpus.${filters.corpus}`), ...cited }),
    licence: `${LICENCE.name} ${LICENCE.path}`,
    missing_values: '空单元格不是 0 · an empty cell is not 0',
  };
}
