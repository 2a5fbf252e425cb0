/** docs/contract.md says what the code does: its tables are made of the registries here, and `-u` writes them anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_FILTERS, FILTER_NAMES } from '../lib/filters';
import {
  DISCLOSURE_COLUMNS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  type DisclosureRow,
  FORM_VERSIONS,
  type FormVersion,
  OUTCOME_GROUPS,
  PROCEEDING_COLUMNS,
  PROCEEDING_ROWS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  requestRows,
} from '../lib/form';
import { type Expression, METRICS } from '../lib/metrics/registry';
import { DIMENSIONS } from '../lib/query';
import { recordSchema } from '../lib/record';

const PAGE = resolve('docs/contract.md');

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text}\``;
const list = (ids: readonly string[]): string => ids.map(code).join(' ');

function requests(): string {
  const printedIn = (id: (typeof REQUEST_ROWS)[number]['id']): string =>
    FORM_VERSIONS.filter((form) => requestRows(form).includes(id)).join(', ');
  const groupOf = (id: string | null): string => OUTCOME_GROUPS.find((group) => group.id === id)?.no ?? '';
  const rows = REQUEST_ROWS.map(({ id, group, no, zh, en }) => [
    code(id),
    `${groupOf(group)}${groupOf(group) === no ? '' : no}${zh}`,
    en,
    printedIn(id),
  ]);
  return [
    table(['row', 'as printed', 'in English', 'form'], rows),
    table(
      ['column', 'as printed', 'in English'],
      REQUEST_COLUMNS.map(({ id, zh, en }) => [code(id), zh, en]),
    ),
  ].join('\n\n');
}

const proceedings = (): string =>
  [
    table(
      ['row', 'as printed', 'in English'],
      PROCEEDING_ROWS.map(({ id, zh, en }) => [code(id), zh, en]),
    ),
    table(
      ['column', 'as printed', 'in English'],
      PROCEEDING_COLUMNS.map(({ id, zh, en }) => [code(id), zh, en]),
    ),
  ].join('\n\n');

function disclosure(): string {
  const columnsOf = (row: DisclosureRow, form: FormVersion): string =>
    list(
      Object.values(DISCLOSURE_FORMS[form]).flatMap((block) =>
        block.rows.includes(row) ? block.columns : [],
      ),
    ) || '–';
  return [
    table(
      ['row', 'as printed', 'in English', ...FORM_VERSIONS.map((form) => `columns, ${form} form`)],
      DISCLOSURE_ROWS.map(({ id, zh, en }) => [
        code(id),
        zh,
        en,
        ...FORM_VERSIONS.map((form) => columnsOf(id, form)),
      ]),
    ),
    table(
      ['column', 'as printed', 'in English'],
      Object.entries(DISCLOSURE_COLUMNS).map(([id, { zh, en }]) => [code(id), zh, en]),
    ),
  ].join('\n\n');
}

/** A schema as the words of JSON: its keys, the values of an enum, or the name of its type. */
type Shape = { _zod: { def: { type: string } } };
function words(schema: Shape): string {
  const def = schema._zod.def as Record<string, unknown>;
  if (def.type === 'optional') return `${words(def.innerType as Shape)}, may be left out`;
  if (def.type === 'nullable') return `${words(def.innerType as Shape)} or null`;
  if (def.type === 'enum') return list(Object.values(def.entries as Record<string, string>));
  if (def.type === 'literal') return (def.values as unknown[]).map((value) => code(String(value))).join(' ');
  if (def.type === 'array') return `list of ${words(def.element as Shape)}`;
  if (def.type === 'record') return `each ${words(def.valueType as Shape)}`;
  if (def.type === 'object')
    return `{ ${Object.entries(def.shape as Record<string, Shape>)
      .map(([name, { _zod }]) => code(name + (_zod.def.type === 'optional' ? '?' : '')))
      .join(', ')} }`;
  return String(def.type);
}
const record = (): string =>
  table(
    ['key', 'value'],
    Object.entries(recordSchema.shape).map(([name, schema]) => [code(name), words(schema)]),
  );

const filters = (): string =>
  table(
    ['parameter', 'left out it is', 'says'],
    FILTER_NAMES.map((name) => {
      const value = DEFAULT_FILTERS[name];
      const none = value === null || String(value) === '';
      return [code(name), none ? 'no condition' : code(String(value)), FILTER_WORDS[name]];
    }),
  );
const FILTER_WORDS: Record<(typeof FILTER_NAMES)[number], string> = {
  from: 'first report year',
  to: 'last report year',
  region: 'codes of regions or beginnings of codes',
  level: 'levels of government',
  body: 'kinds of body',
  form: 'versions of the form that table 3 follows',
  agency: 'ids of agencies',
  q: 'words that the name of the agency has',
  where: 'conditions on printed cells and on metrics',
  applicant: 'columns of table 3, added up',
  basis: 'which reports a total adds up: `deduplicated`, `consolidated`, `own`, `all`',
  findings: '`any`, or `clean`: only reports in which everything adds up',
  corpus: '`reports`, or `demo`: the invented corpus',
};

function routes(): string {
  const under = (sign: RegExp): string[] =>
    readdirSync('app', { recursive: true, encoding: 'utf8' })
      .map((name) => `/${name.replaceAll('\\', '/')}`)
      .filter((name) => sign.test(name))
      .map((name) => name.replace(sign, '') || '/')
      .sort();
  const [pages, others] = [under(/\/page\.tsx$/), under(/\/route\.ts$/)];
  const api = others.filter((path) => path.startsWith('/api/v1'));
  return table(
    ['kind', 'paths'],
    [
      ['pages', list(pages)],
      ['API', list(api)],
      ['for the operator', list(['/healthz', ...others.filter((path) => !path.startsWith('/api'))])],
    ],
  );
}

function metrics(): string {
  const name = (field: string): string => code(field.replace(/^requests\.(\w+)\.total$/, '$1'));
  const words = (expression: Expression): string =>
    expression
      .map(({ plus, minus = [] }) => [plus.map(name).join(' + '), ...minus.map(name)].join(' − '))
      .join(' or ') || '–';
  return table(
    ['metric', 'in English', 'sum or numerator', 'denominator'],
    METRICS.map(({ id, en, numerator, denominator }) => [
      code(id),
      en,
      words(numerator),
      words(denominator ?? []),
    ]),
  );
}

const TABLES = {
  requests,
  proceedings,
  disclosure,
  record,
  filters,
  routes,
  dimensions: () => list(DIMENSIONS),
  metrics,
};

test('the tables of the contract are those of the code', async () => {
  const written = readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n');
  const marks = [...written.matchAll(/^<!-- (\w+) -->$/gm)].map(([, mark]) => mark);
  expect(marks).toEqual(Object.keys(TABLES));
  const made = Object.entries(TABLES).reduce((text, [mark, make]) => {
    const [before = '', rest = ''] = text.split(`<!-- ${mark} -->`);
    return `${before}<!-- ${mark} -->\n\n${make()}\n\n<!-- /${mark} -->${rest.split(`<!-- /${mark} -->`)[1]}`;
  }, written);
  await expect(made).toMatchFileSnapshot(PAGE);
});
