/** OpenAPI 3.1 of the API, made of the schemas that read requests and describe answers. */
import { z } from 'zod';
import packageJson from '../../../package.json';
import { FILTER_NAMES, filterOf } from '../../../lib/filters';
import { translator } from '../../../lib/i18n/message';
import { FILE_FORMATS, FILE_TYPES } from './file-headers';
import { PARAMETERS, type ParameterName } from './parameters';
import { ANSWERS } from './schemas';
import { TABLES, type TableName } from './tables';

type Json = Record<string, unknown>;

const LISTS: readonly ParameterName[] = ['metrics', 'by', 'columns', 'sort'];

/** JSON Schema of one value as a client writes it; a whole number is described as that, not as its digits. */
function inputSchema(schema: z.ZodType): Json {
  const read = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const { $schema: _, ...rest } = read.type === 'integer' ? read : written;
  return rest;
}

const list = (items: Json): Json => ({ schema: { type: 'array', items }, style: 'form', explode: false });

function parameter(
  name: string,
  schema: Json,
  description: string,
  isList: boolean,
  isRequired: boolean,
): Json {
  const shape = isList ? list(schema) : { schema };
  return { name, in: 'query', description, ...(isRequired ? { required: true } : {}), ...shape };
}

const english = translator('en');

const filterParameters: Json[] = FILTER_NAMES.map((name) => {
  const { schema, initial, list: isList } = filterOf(name);
  const preset = typeof initial === 'string' && initial !== '' ? { default: initial } : {};
  return parameter(name, { ...inputSchema(schema), ...preset }, english(`parameter.${name}`), isList, false);
});

const otherParameters = (names: readonly ParameterName[]): Json[] =>
  names.map((name) => {
    const { schema, description } = PARAMETERS[name];
    const isList = LISTS.includes(name);
    const shape = isList ? { type: 'string' } : inputSchema(schema);
    return parameter(name, shape, description, isList, name === 'metrics');
  });

const reference = (name: keyof typeof ANSWERS): Json => ({ $ref: `#/components/schemas/${name}` });

const problem = (description: string, headers?: Json): Json => ({
  description,
  ...(headers === undefined ? {} : { headers }),
  content: { 'application/problem+json': { schema: reference('Problem') } },
});

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } },
};

const FILE_HEADERS = {
  'X-Row-Count': {
    description: 'Rows after the header; not with a picture',
    schema: { type: 'integer' },
  },
  'Content-Disposition': { description: 'A file name that names the slice', schema: { type: 'string' } },
};

type Operation = {
  id: string;
  summary: string;
  description?: string;
  parameters: Json[];
  /** A schema, or the types of a file. */
  answer: keyof typeof ANSWERS | readonly string[];
  further?: Json;
};

function operation({ id, summary, description, parameters, answer, further = {} }: Operation): Json {
  const isFile = typeof answer !== 'string';
  const content = isFile
    ? Object.fromEntries(answer.map((type) => [type, { schema: { type: 'string' } }]))
    : { 'application/json': { schema: reference(answer) } };
  const responses = {
    200: { description: summary, ...(isFile ? { headers: FILE_HEADERS } : {}), content },
    304: { description: 'The tag named by If-None-Match is still right' },
    400: problem('A parameter was not understood'),
    429: problem('More requests a minute than one address may send', RETRY_AFTER),
    503: problem('The corpus is not ready or too many downloads run', RETRY_AFTER),
    ...further,
  };
  const about = description === undefined ? { summary } : { summary, description };
  return { get: { operationId: id, ...about, parameters, responses } };
}

const withFilters = (...names: ParameterName[]): Json[] => [...filterParameters, ...otherParameters(names)];

const idParameter: Json = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id of a report, as the lists give it',
  schema: { type: 'string' },
};
const corpusParameter = filterParameters.filter((each) => each.name === 'corpus');

const health = (id: string, summary: string, statuses: string[]): Json => ({
  get: {
    operationId: id,
    summary,
    responses: Object.fromEntries(
      statuses.map((status) => [
        status,
        {
          description: 'State of each corpus',
          content: { 'application/json': { schema: reference('Health') } },
        },
      ]),
    ),
  },
});

const FILES: Record<TableName, { summary: string; parameters: ParameterName[] }> = {
  query: { summary: 'Metrics grouped by dimensions', parameters: ['metrics', 'by', 'lang'] },
  reports: {
    summary: 'One row a report with every field or the columns chosen',
    parameters: ['columns', 'sort', 'order', 'lang'],
  },
  cells: { summary: 'One row a printed cell', parameters: ['lang'] },
};

/** Every table in every format, and the package of any of them. */
function fileOperations(): Record<string, Json> {
  const files = TABLES.flatMap((table) =>
    FILE_FORMATS.map((format) => {
      const { summary, parameters } = FILES[table];
      const own: ParameterName[] = format === 'csv' ? [...parameters, 'bom'] : parameters;
      return [
        `/api/v1/${table}.${format}`,
        operation({
          id: `${table}${format.charAt(0).toUpperCase()}${format.slice(1)}`,
          summary: `${summary}, as a file (${format})`,
          parameters: withFilters(...own),
          answer: [FILE_TYPES[format].split(';')[0] ?? ''],
        }),
      ] as const;
    }),
  );
  const bundle = operation({
    id: 'bundle',
    summary: 'A data package: CSV, datapackage.json, CSVW, dictionaries and README',
    parameters: withFilters('table', 'metrics', 'by', 'columns', 'sort', 'order', 'lang', 'bom').map(
      (each) => (each.name === 'metrics' ? { ...each, required: false } : each),
    ),
    answer: [FILE_TYPES.zip],
  });
  return { ...Object.fromEntries(files), '/api/v1/bundle.zip': bundle };
}

/** The whole document. */
export function openApiDocument(): Json {
  const schemas = Object.fromEntries(
    Object.entries(ANSWERS).map(([name, schema]) => {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
      return [name, rest];
    }),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: packageJson.name,
      summary: packageJson.description,
      version: packageJson.version,
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: '/' }],
    paths: {
      '/api/v1/metrics': operation({
        id: 'metrics',
        summary: 'Every metric and dimension',
        parameters: [],
        answer: 'Metrics',
      }),
      '/api/v1/query': operation({
        id: 'query',
        summary: 'Metrics grouped by dimensions',
        parameters: withFilters('metrics', 'by', 'lang'),
        answer: 'Query',
      }),
      '/api/v1/reports': operation({
        id: 'reports',
        summary: 'A page of the reports',
        parameters: withFilters('columns', 'sort', 'order', 'after', 'page', 'page_size', 'lang'),
        answer: 'Reports',
      }),
      '/api/v1/reports/{id}': operation({
        id: 'report',
        summary: 'One report: its normalised record',
        parameters: [idParameter, ...corpusParameter],
        answer: 'Report',
        further: { 404: problem('No report has this id') },
      }),
      '/api/v1/cells': operation({
        id: 'cells',
        summary: 'A page of the printed cells',
        parameters: withFilters('after', 'page', 'page_size'),
        answer: 'Cells',
      }),
      '/api/v1/agencies': operation({
        id: 'agencies',
        summary: 'A page of the agencies',
        description:
          'Agencies with a report in the filters. The deduplicated basis leaves no agency out and answers as `all`, and agencies ' +
          'know no applicants: `meta.filters` are the filters applied. `reports`, `first_year` and `last_year` are those of all reports of the agency.',
        parameters: withFilters('after', 'page', 'page_size').filter(({ name }) => name !== 'applicant'),
        answer: 'Agencies',
      }),
      ...fileOperations(),
      '/api/v1/chart/{file}': operation({
        id: 'chart',
        summary: 'A card of the pages: its picture (.svg) or the rows of its table (.csv)',
        parameters: [
          { ...idParameter, name: 'file', description: 'Id of a card with .svg or .csv' },
          ...withFilters('lang', 'bom'),
        ],
        answer: ['image/svg+xml', 'text/csv'],
        further: { 404: problem('There is no such card, or nothing to draw') },
      }),
      '/healthz': health('health', 'Whether the server lives, and what it serves', ['200']),
      '/readyz': health('ready', 'Whether the server can serve every corpus', ['200', '503']),
    },
    components: { schemas },
  };
}
