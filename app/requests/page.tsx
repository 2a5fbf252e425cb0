import type { Metadata } from 'next';
import { readPageContext } from '../_request/page-context';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';
import { TopicPage } from '../_topics/topic-page';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/requests', searchParams), 'nav.requests');
}

/** Who asks how much, where? */
export default async function RequestsPage({ searchParams }: Props) {
  const context = await readPageContext('/requests', searchParams);
  return <TopicPage context={context} question="page.requests" />;
}
