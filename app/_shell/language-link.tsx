/** The link to this page in the other language, named in that language. */
import type { PageContext } from '../_request/page-context';

const OTHER = { 'zh-CN': { tag: 'en', name: 'English' }, en: { tag: 'zh-CN', name: '中文' } } as const;

/** A link that keeps everything else of the address. */
export function LanguageLink({ context: { language, parameters, here } }: { context: PageContext }) {
  const other = OTHER[language];
  return (
    <a href={here({ lang: other.tag, page: parameters.page ?? null })} lang={other.tag} hrefLang={other.tag}>
      {other.name}
    </a>
  );
}
