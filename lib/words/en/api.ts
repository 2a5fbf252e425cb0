/** Messages of the page about the API and of the words that lead there. */
import type { api as chinese } from '../zh-CN/api';

export const api: Record<keyof typeof chinese, string> = {
  'api.title': 'API',
  'api.lead':
    'No key, GET only, readable from any site. This page is made of the <document>OpenAPI document</document>; metrics and fields are defined under <methods>Methods</methods>.',
  'api.all': 'The whole API: every address and parameter, conditions, examples',
  'api.query': 'metrics grouped by dimensions, CSV.',
  'api.query_json': 'the same as JSON, with filters, corpus version and missing counts.',
  'api.reports': 'one row a report, all fields.',
  'api.cells': 'one row a cell: printed text, state, place.',
  'api.metrics': 'the definitions of all metrics.',
  'api.example': 'Example',
  'api.filter_names': 'Filter parameters:',

  'api.answers': 'JSON',
  'api.answers_lead': 'Lists come in pages, grouped metrics in one piece.',
  'api.files': 'Files',
  'api.files_lead':
    'The whole slice in one piece and without a limit (what does not fit a worksheet is refused, never cut).',
  'api.probes': 'State of the server',
  'api.probes_lead': 'For whatever watches over it.',
  'api.parameter': 'Parameter',
  'api.meaning': 'Meaning',
  'api.values': 'Values',
  'api.default': 'Default',
  'api.default_is': 'Default',
  'api.no_default': 'none',
  'api.required': 'required',
  'api.only': '({formats} only)',
  'api.list': 'One or more, separated by commas:',
  'api.integer': 'whole number from {from} to {to}',
  'api.text': 'text',
  'api.parameters_of': '{name}: parameters',
  'api.no_parameters': 'No parameters.',
  'api.and_filters': 'All filters apply as well',
  'api.open': 'Open the example: {name}',
  'api.open_format': 'Open the example: {format}',

  'api.filters': 'Filters',
  'api.filters_lead':
    'The same as on the pages, written the same way. Unknown parameters are ignored; a bad value of a known one is answered with 400 and never replaced.',

  'api.conditions': 'Conditions',
  'api.conditions_lead':
    'The parameter where picks reports by what they print, on pages, in queries and in files alike.',
  'api.condition_examples': 'Examples of conditions',
  'api.rule_groups': 'And, or',
  'api.rule_groups_text':
    'Groups separated by commas (or given by repeating <c>where</c>) must all hold; of alternatives separated by <c>|</c> within a group, one must. At most {most} conditions.',
  'api.rule_comparison': 'Comparison',
  'api.rule_comparison_text':
    'An id, a sign (<c>{comparisons}</c>) and a decimal number of at most 15 digits, 6 of them after the point. Rates are ratios from 0 to 1; dates are written 2024-03-31.',
  'api.rule_operands': 'What is compared',
  'api.rule_operands_text':
    'A field id (table.row.column), the id of a metric that one report has, or <c>{properties}</c>. A metric is that of the report as a whole, whatever <c>applicant</c> says.',
  'api.rule_states': 'States',
  'api.rule_states_text':
    '<c>:</c> asks for the state of a cell, <c>:!</c> denies it. Metrics know <c>number</c> and <c>missing</c> only.',
  'api.rule_missing': 'Reports without a number',
  'api.rule_missing_text':
    'They fit no comparison, not even <c>!=</c>. <c>:!blank</c> holds for every report for which <c>:blank</c> does not, also where the form has no such cell.',
  'api.rule_errors': 'When it makes no sense',
  'api.rule_errors_text': 'A 400 names the character, what stands there and what may.',
  'api.rule_encoding': 'Encoding',
  'api.rule_encoding_text':
    'Where the client does not do it, write <c>></c>, <c>|</c> and the less-than sign as <c>%3E</c>, <c>%7C</c> and <c>%3C</c>; with curl use <c>--data-urlencode</c>.',

  'api.paging': 'Pages of a list',
  'api.paging_text':
    '<c>meta.next</c> and the header <c>Link: …; rel="next"</c> hold the address of the next page, null on the last. Its cursor (<c>after</c>) keeps the place in the order: no row is skipped or repeated, and the last page is as quick as the first. A cursor of another corpus version is answered with 400: begin again.',
  'api.rows': 'Rows and marks of files',
  'api.rows_text':
    '<c>X-Row-Count</c> is the exact number of rows, counted before the first is sent; a transfer that would end short is broken off, so the client sees it fail. <c>Content-Disposition</c> names the slice. Synthetic data are marked on every row, in workbooks, Parquet metadata and packages. CSV begins with a byte-order mark (<c>bom=0</c> leaves it out) and puts an apostrophe before text that a spreadsheet would compute.',
  'api.errors': 'Errors',
  'api.errors_text':
    'An error is <c>application/problem+json</c> (RFC 9457); its <c>errors</c> name each parameter, its value and what was expected, for conditions also the place <c>at</c>.',
  'api.status_304': 'The tag given in If-None-Match is still right: nothing changed.',
  'api.status_400': 'A parameter was not understood.',
  'api.status_404': 'There is no such id or file.',
  'api.status_429': 'Asked too often; Retry-After says how many seconds to wait.',
  'api.status_503':
    'The corpus is not ready or too many downloads run; Retry-After says how many seconds to wait.',
  'api.open_error': 'Open this error',
  'api.limits': 'Limits',
  'api.limit_api':
    '{count, plural, =0 {No limit on questions.} other {{count, number} questions a minute and address.}}',
  'api.limit_exports':
    '{count, plural, =0 {No limit on downloads.} other {{count, number} downloads a minute and address.}}',
  'api.limits_text':
    'The headers <c>RateLimit</c> and <c>RateLimit-Policy</c> say how much is left. It may be spent at once and comes back at that pace.',
  'api.transport': 'Caching, compression, other sites',
  'api.transport_text':
    'Answers carry an <c>ETag</c>; sent back as <c>If-None-Match</c> it gives 304 until corpus or code change. <c>HEAD</c> gives the headers alone, for a file with its row count. JSON and text files come as gzip when asked. Scripts of other sites may read everything (CORS), errors included.',
};
