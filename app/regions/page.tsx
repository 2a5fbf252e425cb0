import type { Metadata } from 'next';
import { readPageContext } from '../_request/page-context';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';
import { cardParameters } from '../cards/index';
import { RegionPath } from '../_topics/region-path';
import { TopicPage } from '../_topics/topic-page';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/regions', searchParams), 'nav.regions');
}

/** How do regions compare? */
export default async function RegionsPage({ searchParams }: Props) {
  const context = await readPageContext('/regions', searchParams, cardParameters('/regions'));
  return (
    <TopicPage
      context={context}
      question="page.regions"
      above={(options) => <RegionPath context={context} options={options} />}
    />
  );
}
