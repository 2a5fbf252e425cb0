import type { Metadata } from 'next';
import { readPageContext } from '../_request/page-context';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';
import { cardParameters } from '../cards/index';
import { TopicPage } from '../_topics/topic-page';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/disputes', searchParams), 'nav.disputes');
}

/** How often contested, how often corrected? */
export default async function DisputesPage({ searchParams }: Props) {
  const context = await readPageContext('/disputes', searchParams, cardParameters('/disputes'));
  return <TopicPage context={context} question="page.disputes" />;
}
