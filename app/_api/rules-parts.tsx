/** What holds for every operation: pages of a list, files, errors, limits, unchanged answers. */
import { parseFilters } from '../../lib/filters';
import { setting } from '../../lib/settings';
import { Rich } from '../_components/rich';
import { ParameterProblems, problemOf } from '../api/_http/problem';
import { Part } from '../_methods/part';
import type { PageContext } from '../_request/page-context';
import { Command, Example } from './example';

type Props = { context: PageContext };

const withCorpus = ({ filters }: PageContext, address: string): string =>
  filters.corpus === 'demo' ? `${address}${address.includes('?') ? '&' : '?'}corpus=demo` : address;

const code = { c: (text: string) => <code>{text}</code> };

/** Pages of a list, one after the other by their cursors. */
export function PagingPart({ context }: Props) {
  const { t, origin } = context;
  const first = withCorpus(context, '/api/v1/reports?columns=agency,year&page_size=1000');
  const loop = [
    `next='${first}'`,
    `while [ "$next" != null ]; do`,
    `  curl -s --compressed "${origin}$next" -o page.json`,
    `  jq -c '.rows[]' page.json >> reports.jsonl`,
    `  next=$(jq -r .meta.next page.json)`,
    'done',
  ].join('\n');
  return (
    <Part id="paging" title={t('api.paging')}>
      <p className="prose">
        <Rich parts={t.rich('api.paging_text', {}, code)} />
      </p>
      <Command text={loop} />
    </Part>
  );
}

/** Names, counts and the marks of a file. */
export function FilesPart({ context: { t } }: Props) {
  return (
    <Part id="rows" title={t('api.rows')}>
      <p className="prose">
        <Rich parts={t.rich('api.rows_text', {}, code)} />
      </p>
    </Part>
  );
}

const STATUSES = ['304', '400', '404', '429', '503'] as const;

/** Problem documents, with one as it is answered. */
export async function ErrorsPart({ context }: Props) {
  const { t } = context;
  const bad = 'where=disclosure_rate<half';
  const { problems } = parseFilters(new URLSearchParams(bad));
  const problem: unknown = await problemOf(new ParameterProblems(problems)).json();
  return (
    <Part id="errors" title={t('api.errors')}>
      <p className="prose">
        <Rich parts={t.rich('api.errors_text', {}, code)} />
      </p>
      <dl className="notes-list">
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>{status}</dt>
            <dd>{t(`api.status_${status}`)}</dd>
          </div>
        ))}
      </dl>
      <Example
        context={context}
        address={`/api/v1/reports?${new URLSearchParams(bad).toString()}`}
        label={t('api.open_error')}
      />
      <Command text={JSON.stringify(problem, null, 2)} />
    </Part>
  );
}

/** How often an address may ask, by the settings of this server. */
export function LimitsPart({ context: { t } }: Props) {
  const limits = { api: setting('RATE_LIMIT_API'), exports: setting('RATE_LIMIT_EXPORTS') };
  return (
    <Part id="limits" title={t('api.limits')}>
      <ul className="prose plain">
        <li>{t('api.limit_api', { count: limits.api })}</li>
        <li>{t('api.limit_exports', { count: limits.exports })}</li>
      </ul>
      <p className="prose">
        <Rich parts={t.rich('api.limits_text', {}, code)} />
      </p>
    </Part>
  );
}

/** Tags, compression, other sites. */
export function TransportPart({ context }: Props) {
  const { t, origin } = context;
  const address = withCorpus(context, '/api/v1/query?metrics=disclosure_rate&by=year');
  return (
    <Part id="transport" title={t('api.transport')}>
      <p className="prose">
        <Rich parts={t.rich('api.transport_text', {}, code)} />
      </p>
      <Command
        text={`curl --compressed --etag-save tag.txt --etag-compare tag.txt \\\n  -o answer.json '${origin}${address}'`}
      />
    </Part>
  );
}
