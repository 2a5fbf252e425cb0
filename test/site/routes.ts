/** Every page of the site, with an agency, a report and a comparison that the corpora have. */
import { changed, type HttpSite } from './http';

export type Route = {
  name: string;
  path: string;
  /** Whether it answers the filters of the bar. */
  filtered: boolean;
};

/** The pages that have cards. */
export const CARD_PAGES = ['/', '/requests', '/outcomes', '/disputes', '/disclosure', '/regions'] as const;

const FIXED: Route[] = [
  { name: 'overview', path: '/', filtered: true },
  { name: 'requests', path: '/requests', filtered: true },
  { name: 'outcomes', path: '/outcomes', filtered: true },
  { name: 'disputes', path: '/disputes', filtered: true },
  { name: 'disclosure', path: '/disclosure', filtered: true },
  { name: 'regions', path: '/regions', filtered: true },
  { name: 'agencies', path: '/agencies', filtered: true },
  { name: 'reports', path: '/reports', filtered: true },
  { name: 'quality', path: '/quality', filtered: true },
  { name: 'data', path: '/data', filtered: true },
  { name: 'methods', path: '/methods', filtered: false },
  { name: 'api', path: '/data/api', filtered: false },
];

/** The pages that show figures: what readers of a measured server ask for. */
export const SECTIONS: readonly string[] = FIXED.filter(
  ({ filtered, name }) => filtered && name !== 'data',
).map(({ path }) => path);

const known = new Map<string, Promise<Route[]>>();

/** Every route over a corpus: the fixed ones, the agency with most requests, the flawed report, two agencies compared. */
export function routesOf(site: HttpSite, corpus: 'reports' | 'demo'): Promise<Route[]> {
  const key = `${site.address} ${corpus}`;
  const routes = known.get(key) ?? findRoutes(site, corpus);
  known.set(key, routes);
  return routes;
}

async function findRoutes(site: HttpSite, corpus: 'reports' | 'demo'): Promise<Route[]> {
  const inCorpus = (path: string): string => (corpus === 'demo' ? changed(path, { corpus }) : path);
  const agencies = linksIn(
    await site.text(inCorpus('/agencies?basis=all&sort=new_requests&order=desc')),
    '/agencies/',
  );
  const reports = linksIn(
    await site.text(inCorpus('/reports?basis=all&sort=findings&order=desc')),
    '/reports/',
  );
  const [agency, other = agency] = agencies;
  const [report] = reports;
  if (!agency || !other || !report) throw new Error(`${corpus}: found no agency or no report, expected one`);
  const compared = [agency, other].map((link) =>
    decodeURIComponent(new URL(link, site.address).pathname.slice('/agencies/'.length)),
  );
  return [
    ...FIXED.map((route) => ({ ...route, path: inCorpus(route.path) })),
    { name: 'agency', path: agency, filtered: false },
    { name: 'report', path: report, filtered: false },
    { name: 'compare', path: inCorpus(changed('/compare', { with: compared.join(',') })), filtered: false },
  ];
}

/** Addresses in a page that begin with a path, each once. */
function linksIn(html: string, path: string): string[] {
  const found = [...html.matchAll(/href="([^"]+)"/g)]
    .map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
    .filter((link) => link.startsWith(path) && link.length > path.length && !link.startsWith(`${path}?`));
  return [...new Set(found)];
}
