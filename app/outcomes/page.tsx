import type { Metadata } from 'next';
import { readPageContext } from '../_request/page-context';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';
import { TopicPage } from '../_topics/topic-page';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/outcomes', searchParams), 'nav.outcomes');
}

/** What happens to requests? */
export default async function OutcomesPage({ searchParams }: Props) {
  const context = await readPageContext('/outcomes', searchParams);
  return <TopicPage context={context} question="page.outcomes" />;
}
