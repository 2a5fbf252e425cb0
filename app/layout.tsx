import type { Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { parseTheme, THEME_COOKIE } from './_request/theme';
import { parseLanguage } from '../lib/i18n/language';
import './theme.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/filters.css';
import './styles/cards.css';
import './styles/charts.css';
import './styles/tables.css';
import './styles/report.css';
import './styles/agencies.css';
import './styles/topics.css';
import './styles/api.css';
import './styles/upload.css';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#191d20' },
  ],
};

/** The document. `proxy.ts` settles the language, which a layout cannot see in the address. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang={parseLanguage(head.get('x-language')) ?? 'zh-CN'}
      {...(theme === 'auto' ? {} : { 'data-theme': theme })}
    >
      <body>{children}</body>
    </html>
  );
}
