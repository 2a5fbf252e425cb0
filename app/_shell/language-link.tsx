/** The links to this page in the other languages, each named in its own. */
import { dictionaryOf, LANGUAGES } from '../../lib/words';
import type { PageContext } from '../_request/page-context';

/** Links that keep everything else of the address. */
export function LanguageLink({ context: { language, parameters, here } }: { context: PageContext }) {
  return LANGUAGES.filter((other) => other !== language).map((other) => (
    <a href={here({ lang: other, page: parameters.page ?? null })} lang={other} hrefLang={other} key={other}>
      {dictionaryOf(other).name}
    </a>
  ));
}
