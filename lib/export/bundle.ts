/** A data package: the table as CSV with all that says what it is, for people and for programs. */
import type { Bilingual } from '../metrics/registry';
import { LICENCE, SYNTHETIC_MARK } from './about';
import type { ArchiveEntry } from './archive';
import { dictionaryCsv, headerName, metricOf, typeOf } from './dictionary';
import type { ExportColumn } from './format';

export type Bundle = {
  /** Name of the table, also of its file. */
  name: string;
  columns: readonly ExportColumn[];
  csv: AsyncIterable<Uint8Array[]>;
  /** Language of the units in the header. */
  language: keyof Bilingual;
  /** Facts of `aboutFile`. */
  about: Readonly<Record<string, string>>;
};

const TITLE: Bilingual = {
  zh: '政府信息公开工作年度报告数据',
  en: 'Annual reports on open government information',
};

/** README, table, Frictionless and CSVW descriptions, and the data dictionary in both languages. */
export function bundleEntries(bundle: Bundle): ArchiveEntry[] {
  const { name, columns, csv, language } = bundle;
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return [
    { name: 'README.md', content: readme(bundle) },
    { name: 'datapackage.json', content: json(dataPackage(bundle)) },
    { name: `${name}.csv-metadata.json`, content: json(csvw(bundle)) },
    { name: '数据字典.csv', content: dictionaryCsv(columns, 'zh', language) },
    { name: 'data-dictionary.csv', content: dictionaryCsv(columns, 'en', language) },
    { name: `${name}.csv`, content: csv },
  ];
}

/** https://specs.frictionlessdata.io/data-package/ (1.0) */
function dataPackage({ name, columns, about, language }: Bundle): object {
  const fields = columns.map((column) => ({
    name: headerName(column, language),
    type: typeOf(column),
    title: column[language],
    ...(metricOf(column.id)?.caveat ? { description: metricOf(column.id)?.caveat?.[language] } : {}),
  }));
  return {
    profile: 'tabular-data-package',
    name: `ogi-${name}`,
    title: `${TITLE.zh} · ${TITLE.en}`,
    description: `${about.corpus}; filters: ${about.filters}; ${about.rows} rows`,
    version: about.corpus_version,
    licenses: [LICENCE],
    resources: [
      {
        profile: 'tabular-data-resource',
        name,
        path: `${name}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: { fields, missingValues: [''] },
      },
    ],
  };
}

/** https://www.w3.org/TR/tabular-metadata/ */
function csvw({ name, columns, about, language }: Bundle): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    url: `${name}.csv`,
    'dc:title': `${TITLE.zh} · ${TITLE.en}`,
    'dc:description': about.corpus,
    'dc:license': { '@id': LICENCE.path },
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.id.replaceAll('.', '_'),
        titles: headerName(column, language),
        'dc:description': column[language],
        datatype: typeOf(column),
        null: '',
      })),
    },
  };
}

const EXPLAINED: readonly Bilingual[] = [
  {
    zh: '空单元格表示报告没有给出数字（空白、横线、不清、两读或缺），从不等于 0；各是哪一种见逐格长表 cells 的 state 列。',
    en: 'An empty cell means that the report gives no number (blank, dash, unreadable, ambiguous or absent); it never means 0. The column state of the long table `cells` says which.',
  },
  {
    zh: '比率为 0–1 的小数，分子、分母列在旁边；分母为零或缺失时为空。',
    en: 'Rates are ratios from 0 to 1 with numerator and denominator beside them; empty when the denominator is 0 or missing.',
  },
  {
    zh: '以 = + - @ 开头的文字前加了单引号，以免电子表格当公式计算；数字不变。',
    en: 'Text that begins with = + - @ has an apostrophe before it, so that no spreadsheet computes it; numbers are untouched.',
  },
  {
    zh: '各列含义与公式见 数据字典.csv。',
    en: 'data-dictionary.csv explains every column and formula.',
  },
];

function readme({ name, about, columns }: Bundle): string {
  const facts = Object.entries(about).map(([key, text]) => `- ${key}: ${text}`);
  const isSynthetic = about.corpus?.includes(SYNTHETIC_MARK) === true;
  const formulas = columns.flatMap((column) => {
    const metric = metricOf(column.id);
    return metric?.id === column.id && metric.kind === 'rate'
      ? [`- ${column.id}: ${column.zh} · ${column.en} — ${metric.source.zh} · ${metric.source.en}`]
      : [];
  });
  return [
    `# ${TITLE.zh} · ${TITLE.en}`,
    ...(isSynthetic ? [`**${SYNTHETIC_MARK}**`] : []),
    `\`${name}.csv\``,
    facts.join('\n'),
    ...(formulas.length === 0 ? [] : ['## 公式 · Formulas', formulas.join('\n')]),
    '## 说明 · Notes',
    EXPLAINED.flatMap(({ zh, en }) => [`- ${zh}`, `  ${en}`]).join('\n'),
    '',
  ].join('\n\n');
}
