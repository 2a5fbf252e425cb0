/** The sections of the site, in the order of the navigation. A section stands here only when its page exists. */
import type { MessageKey } from '../../lib/i18n/message';

export type Section = { path: string; name: MessageKey; keepsFilters: boolean };

export const SECTIONS: readonly Section[] = [
  { path: '/', name: 'nav.overview', keepsFilters: true },
  { path: '/requests', name: 'nav.requests', keepsFilters: true },
  { path: '/outcomes', name: 'nav.outcomes', keepsFilters: true },
  { path: '/disputes', name: 'nav.disputes', keepsFilters: true },
  { path: '/disclosure', name: 'nav.disclosure', keepsFilters: true },
  { path: '/regions', name: 'nav.regions', keepsFilters: true },
  { path: '/agencies', name: 'nav.agencies', keepsFilters: true },
  { path: '/compare', name: 'nav.compare', keepsFilters: false },
  { path: '/reports', name: 'nav.reports', keepsFilters: true },
  { path: '/quality', name: 'nav.quality', keepsFilters: true },
  { path: '/data', name: 'nav.data', keepsFilters: true },
  { path: '/methods', name: 'nav.methods', keepsFilters: false },
];

/** The section a path belongs to, or null for a page outside the navigation. */
export function sectionOf(path: string): Section | null {
  const within = SECTIONS.filter((section) =>
    section.path === '/' ? path === '/' : path === section.path || path.startsWith(`${section.path}/`),
  );
  return within.at(-1) ?? null;
}
