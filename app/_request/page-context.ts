/**
 * What every page knows of its request: its language and words, its address, the filters, the theme. Read once at the
 * top of a page and handed down, so that components stay plain functions of their properties.
 */
import { cookies, headers } from 'next/headers';
import {
  FILTER_NAMES,
  type FilterProblem,
  type Filters,
  parseFilters,
  serializeFilters,
} from '../../lib/filters/index';
import {
  LANGUAGE_TAG,
  type LabelKey,
  type Language,
  labelKey,
  negotiateLanguage,
} from '../../lib/i18n/language';
import { type Translate, translator } from '../../lib/i18n/message';
import { address, flatParameters, type Parameters, pickParameters, type SearchParams } from './parameters';
import { parseTheme, THEME_COOKIE, type Theme } from './theme';

export type PageContext = {
  language: Language;
  /** `zh` or `en`: the label to take from lib/form and lib/metrics. */
  label: LabelKey;
  t: Translate;
  path: string;
  /** Scheme and host under which the reader sees the site, for links that leave it. */
  origin: string;
  /** What the address asks for and we understood: filters, language, the page's own. Defaults are left out. */
  parameters: Parameters;
  filters: Filters;
  problems: FilterProblem[];
  /** Prefix of a region that the form dropped because it does not lie in the wider one chosen. */
  dropped: string | null;
  theme: Theme;
  /** Begins the ids of what a report shows; only a page with several reports needs one. */
  idPrefix: string;
  /** An address of this page with some parameters changed; a change of filters leaves `page` behind. */
  here(changes: Record<string, string | number | null>): string;
  /** An address of another page that keeps language and corpus, and the filters too when asked. */
  to(path: string, options?: { filters?: boolean; changes?: Record<string, string | number | null> }): string;
};

/** Parameters that any page keeps when it links to another. */
const KEPT = ['lang', 'corpus'];

/** Parameters of one page beside the filters: what each may say. */
export type OwnParameters = Readonly<Record<string, RegExp>>;

/**
 * Reads the request. `path` is the page's own address, encoded, without parameters, `own` what the page understands beside the
 * filters. A value that is not understood is left out and stands in `problems`.
 */
export async function readPageContext(
  path: string,
  searchParams: SearchParams,
  own: OwnParameters = {},
): Promise<PageContext> {
  const [found, head, jar] = await Promise.all([searchParams, headers(), cookies()]);
  const written = flatParameters(found);
  const language = negotiateLanguage(written.lang, head.get('accept-language'));
  const { filters, problems } = parseFilters(found);
  const understood: OwnParameters = { ...own, lang: LANGUAGE_TAG };
  const given = Object.entries(pickParameters(written, Object.keys(understood)));
  const good = given.filter(([name, value]) => understood[name]?.test(value));
  const bad = given.filter(([name, value]) => !understood[name]?.test(value));
  const parameters = {
    ...Object.fromEntries(new URLSearchParams(serializeFilters(filters))),
    ...Object.fromEntries(good),
  };
  return {
    language,
    label: labelKey(language),
    t: translator(language),
    path,
    origin: originOf(head),
    parameters,
    filters,
    problems: [...problems, ...bad.map(([parameter, value]) => ({ parameter, value, expected: parameter }))],
    dropped: /^\d{2,9}$/.test(written.dropped ?? '') ? (written.dropped ?? null) : null,
    idPrefix: '',
    theme: parseTheme(jar.get(THEME_COOKIE)?.value),
    here: (changes) => address(path, parameters, { page: null, ...changes }),
    to: (other, { filters = false, changes = {} } = {}) =>
      address(other, pickParameters(parameters, filters ? [...KEPT, ...FILTER_NAMES] : KEPT), changes),
  };
}

function originOf(head: Headers): string {
  const host = head.get('x-forwarded-host') ?? head.get('host') ?? 'localhost';
  return `${head.get('x-forwarded-proto')?.split(',')[0] ?? 'http'}://${host}`;
}
