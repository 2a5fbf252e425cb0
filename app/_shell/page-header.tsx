/** Name, corpus switch, language, theme, navigation. */
import { CorpusSwitch } from './corpus-switch';
import { LanguageLink } from './language-link';
import type { PageContext } from '../_request/page-context';
import { sectionOf, SECTIONS } from './sections';
import { ThemeSwitch } from './theme-switch';

/** The header of every page; below 768 px the sections fold into a `details`. */
export function PageHeader({ context }: { context: PageContext }) {
  const { t, path, to } = context;
  const current = sectionOf(path);
  return (
    <header className="top">
      <div className="wrap">
        <div className="top-row">
          <a className="mark" href={to('/')}>
            <SiteMark />
            {t('site.name')}
          </a>
          <CorpusSwitch context={context} />
          <div className="tools">
            <LanguageLink context={context} />
            <ThemeSwitch context={context} />
          </div>
        </div>
        <nav className="nav" aria-label={t('nav.label')}>
          <SectionLinks context={context} />
        </nav>
        <details className="menu">
          <summary>
            <span>
              {t('nav.label')}
              {t('list.colon')}
              <b>{current ? t(current.name) : t('nav.none')}</b>
            </span>
            <span className="muted">{t('action.open')} ▾</span>
          </summary>
          <nav aria-label={t('nav.menu')}>
            <SectionLinks context={context} />
          </nav>
        </details>
      </div>
    </header>
  );
}

function SectionLinks({ context }: { context: PageContext }) {
  const { t, path, to } = context;
  return (
    <ul>
      {SECTIONS.map((section) => (
        <li key={section.path}>
          <a
            href={to(section.path, { filters: section.keepsFilters })}
            aria-current={sectionOf(path) === section ? 'page' : undefined}
          >
            {t(section.name)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function SiteMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect x=".5" y=".5" width="21" height="21" fill="none" stroke="var(--ink)" />
      <path d="M.5 6.5h21M7.5 6.5v15" stroke="var(--ink)" fill="none" />
      <path d="M10 14h2.6v5H10zM13.6 11h2.6v8h-2.6zM17.2 9h2.6v10h-2.6z" fill="var(--accent)" />
    </svg>
  );
}
