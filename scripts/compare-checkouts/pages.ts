/** What two running sites answer: files, pictures of cards, links and texts of pages. */
import { z } from 'zod';
import type { Tally } from './tally';

export type Sites = { before: string; after: string };

/** Addresses of one shape (names of agencies, reports and values aside) that are asked for. */
const MOST_OF_A_SHAPE = 3;
/** Invented reports in a few slices; what every other parameter can do is added from the OpenAPI document. */
const SLICES = ['', 'corpus=demo', 'corpus=demo&from=2019&to=2021&basis=all', 'corpus=demo&region=44'];
const TEXTUAL = ['text/csv', 'application/json', 'application/x-ndjson'];

const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  schema: z.object({ enum: z.array(z.string()).optional() }).loose(),
});
const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        parameters: z.array(parameterSchema).default([]),
        responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).default({}) })),
      }),
    }),
  ),
});
const metricsSchema = z.object({
  metrics: z.array(z.object({ id: z.string() })),
  dimensions: z.array(z.object({ id: z.string() })),
});
const healthSchema = z.object({ corpora: z.array(z.object({ version: z.string().nullable() })) });

/** Status, type and body of an answer, without the versions of the two databases, which name code and build. */
async function ask(site: string, path: string): Promise<string> {
  const answer = await fetch(site + path, { redirect: 'manual' });
  const head = `${answer.status} ${answer.headers.get('content-type')} ${answer.headers.get('location') ?? ''}`;
  const name = answer.headers.get('content-disposition') ?? '';
  return withoutVersions(`${head} ${name}\n${await answer.text()}`, site);
}

const versions = new Map<string, Promise<string[]>>();

async function withoutVersions(text: string, site: string): Promise<string> {
  const own = versions.get(site) ?? versionsOf(site);
  versions.set(site, own);
  return (await own)
    .reduce((left, version) => left.replaceAll(version, 'VERSION'), text)
    .replaceAll(site, 'SITE');
}

async function versionsOf(site: string): Promise<string[]> {
  const { corpora } = healthSchema.parse(await (await fetch(`${site}/healthz`)).json());
  return corpora.flatMap(({ version }) => (version === null ? [] : [version]));
}

async function both({ before, after }: Sites, path: string): Promise<[string, string]> {
  return [await ask(before, path), await ask(after, path)];
}

/** Every file and list that the old site's OpenAPI document names, over slices by every filter. */
export async function compareFiles(sites: Sites, tally: Tally): Promise<void> {
  for (const path of await fileAddresses(sites.before))
    tally.compare('csv', path, ...(await both(sites, path)));
}

async function fileAddresses(site: string): Promise<string[]> {
  const { paths } = documentSchema.parse(await (await fetch(`${site}/api/v1/openapi.json`)).json());
  const { metrics, dimensions } = metricsSchema.parse(await (await fetch(`${site}/api/v1/metrics`)).json());
  const groups = dimensions.map(({ id }) => id);
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const types = Object.keys(get.responses[200]?.content ?? {});
    if (path.includes('{') || !types.some((type) => TEXTUAL.includes(type))) return [];
    if (get.parameters.length === 0) return [path];
    const choices = get.parameters.flatMap(({ name, schema }) =>
      name === 'corpus' ? [] : (schema.enum ?? []).map((value) => `corpus=demo&${name}=${value}`),
    );
    const slices = [...SLICES, ...choices];
    if (!get.parameters.some(({ name }) => name === 'metrics'))
      return slices.map((slice) => `${path}?${slice}`);
    const all = metrics.map(({ id }) => id).join(',');
    return [
      ...slices.map((slice) => `${path}?metrics=${all}&by=year&${slice}`),
      ...groups.map((group) => `${path}?metrics=${all}&by=${group}&corpus=demo`),
    ];
  });
}

/** Pages of the old site, address → HTML, found by following links from the first page of both corpora in both languages. */
export async function crawl(site: string, most: number): Promise<Map<string, string>> {
  const waiting = ['/', '/?lang=en', '/?corpus=demo', '/?corpus=demo&lang=en'];
  const met = new Set(waiting);
  const shapes = new Map<string, number>();
  const pages = new Map<string, string>();
  for (const path of waiting) {
    if (pages.size >= most) break;
    const html = await ask(site, path);
    pages.set(path, html);
    for (const link of linksIn(html)) {
      const shape = shapeOf(link);
      const known = shapes.get(shape) ?? 0;
      if (met.has(link) || known >= MOST_OF_A_SHAPE || !/^\/(?!\/|api\/|_next)/.test(link)) continue;
      met.add(link);
      shapes.set(shape, known + 1);
      waiting.push(link);
    }
  }
  return pages;
}

/** An address without what names one report or agency, and without the values of parameters other than corpus and language. */
function shapeOf(link: string): string {
  const { pathname, searchParams } = new URL(link, 'http://site');
  const parameters = [...searchParams].map(([name, value]) =>
    name === 'corpus' || name === 'lang' ? `${name}=${value}` : name,
  );
  return `${pathname.replace(/^(\/(?:agencies|reports)\/).+/, '$1')}?${[...new Set(parameters)].sort().join('&')}`;
}

/** Addresses in links, forms and sources of a page, each once, in order; what names files of a build is left out. */
const linksIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/\s(?:href|action|src)="([^"]+)"/g)]
      .map(([, link = '']) => link.replaceAll('&amp;', '&').replace(/#.*$/, ''))
      .filter((link) => !/^$|\/_next\/|^data:/.test(link)),
  ),
];

/** Every picture and file of a card that the pages link to. */
export async function comparePictures(
  sites: Sites,
  pages: ReadonlyMap<string, string>,
  tally: Tally,
): Promise<void> {
  const links = new Set(
    [...pages.values()].flatMap(linksIn).filter((link) => link.startsWith('/api/v1/chart/')),
  );
  for (const link of links) tally.compare('pictures', link, ...(await both(sites, link)));
}

/** The links and the words of every page, and of `title`, labels and values among its attributes. */
export async function comparePages(
  sites: Sites,
  pages: ReadonlyMap<string, string>,
  tally: Tally,
): Promise<void> {
  for (const [path, before] of pages) {
    const after = await ask(sites.after, path);
    tally.compare('links', path, linksIn(before).join('\n'), linksIn(after).join('\n'));
    tally.compare('texts', path, textOf(before), textOf(after));
  }
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(
      /<[^>]*>/g,
      (tag) =>
        [...tag.matchAll(/\s(?:title|alt|aria-label|placeholder|value|content|lang|id)="([^"]*)"/g)]
          .map(([, words]) => `\n[${words}]\n`)
          .join('') || '\n',
    )
    .replace(/\s*\n\s*/g, '\n');
}
