/** Steps from the system's colours to light, dark and back. A plain form: it works without JavaScript. */
import { address } from '../_request/parameters';
import type { PageContext } from '../_request/page-context';
import { nextTheme } from '../_request/theme';

/** A button that names the theme in force and goes to the next. */
export function ThemeSwitch({ context: { t, theme, path, parameters } }: { context: PageContext }) {
  const next = nextTheme(theme);
  return (
    <form method="post" action="/theme">
      <input type="hidden" name="back" value={address(path, parameters)} />
      <button name="theme" value={next} title={t('theme.next', { theme: t(`theme.${next}`) })}>
        {t('theme.label', { theme: t(`theme.${theme}`) })}
      </button>
    </form>
  );
}
