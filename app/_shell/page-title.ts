/** Title and description of a page for the browser and for search engines. */
import type { Metadata } from 'next';
import type { MessageKey } from '../../lib/i18n/message';
import type { PageContext } from '../_request/page-context';

/** `报告 · 政府信息公开年报数据`; the synthetic corpus is named in the title and kept out of search engines. */
export function pageTitle({ t, filters }: PageContext, name: MessageKey | { text: string }): Metadata {
  const own = typeof name === 'string' ? t(name) : name.text;
  const demo = filters.corpus === 'demo';
  return {
    title: [own, demo ? t('demo.name') : '', t('site.name')].filter(Boolean).join(' · '),
    description: t('site.description'),
    ...(demo ? { robots: { index: false } } : {}),
  };
}
