/** A request of every operation that a reader can try: small, and with an answer in any corpus. */
import type { Operation } from './document';

const METRICS = 'metrics=new_requests,disclosure_rate&by=year';
const COLUMNS = 'columns=agency,year,disclosure_rate,requests.granted.total&from=2023';

/** By operation; files of a table share the query of the table. */
const QUERIES: Readonly<Record<string, string>> = {
  query: METRICS,
  reports: `${COLUMNS}&sort=-disclosure_rate&page_size=5`,
  cells: 'from=2023&page_size=5',
  agencies: 'level=province&page_size=5',
  queryFile: METRICS,
  reportsFile: COLUMNS,
  cellsFile: 'from=2023&level=province',
  bundle: `table=query&${METRICS}`,
  chart: 'from=2021',
};

/** The address of the operation's example, from the root of the site; `report` is the id of a report that is there. */
export function exampleAddress(
  { id, path, parameters }: Operation,
  report: string,
  corpus: 'reports' | 'demo',
): string {
  const table = /^\/api\/v1\/(query|reports|cells)\.\w+$/.exec(path)?.[1];
  const takesCorpus = parameters.some((each) => each.name === 'corpus');
  const filled = path.replace('{id}', encodeURIComponent(report)).replace('{file}', 'requests.svg');
  const parts = [
    QUERIES[table ? `${table}File` : id],
    corpus === 'demo' && takesCorpus ? 'corpus=demo' : undefined,
  ];
  const query = parts.filter((part) => part !== undefined).join('&');
  return query === '' ? filled : `${filled}?${query}`;
}

/** The address asked for with curl; a file keeps the name that the server gives it. */
export function curlCommand(origin: string, address: string, isFile: boolean): string {
  return `curl --compressed ${isFile ? '-OJ ' : ''}'${origin}${address}'`;
}
