import type { Metadata } from 'next';
import { headers } from 'next/headers';
import RootLayout from './layout';
import { MissingPage } from './_shell/missing-page';
import { readPageContext } from './_request/page-context';

export const metadata: Metadata = { robots: { index: false } };

const MISSING = [
  ['/reports/', 'report'],
  ['/agencies/', 'agency'],
] as const;

/** The answer to an address that is no page: status 404 with its text in the HTML. */
export default async function GlobalNotFound() {
  const address = new URL((await headers()).get('x-address') ?? '/', 'http://site');
  const context = await readPageContext(
    address.pathname,
    Promise.resolve(Object.fromEntries(address.searchParams)),
  );
  const what = MISSING.find(([start]) => address.pathname.startsWith(start))?.[1] ?? 'page';
  return (
    <RootLayout>
      <title>{`${context.t('missing.title')} · ${context.t('site.name')}`}</title>
      <MissingPage context={context} what={what} />
    </RootLayout>
  );
}
