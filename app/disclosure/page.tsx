import type { Metadata } from 'next';
import { readPageContext } from '../_request/page-context';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';
import { cardParameters } from '../cards/index';
import { TopicPage } from '../_topics/topic-page';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/disclosure', searchParams), 'nav.disclosure');
}

/** What is published proactively? */
export default async function DisclosurePage({ searchParams }: Props) {
  const context = await readPageContext('/disclosure', searchParams, cardParameters('/disclosure'));
  return <TopicPage context={context} question="page.disclosure" />;
}
