import type { Metadata } from 'next';
import { readPageContext } from '../_request/page-context';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';
import { REGION_CARDS, REGION_PARAMETERS } from '../_topics/region-cards';
import { RegionPath } from '../_topics/region-path';
import { TopicPage } from '../_topics/topic-page';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/regions', searchParams), 'nav.regions');
}

/** How do regions compare? */
export default async function RegionsPage({ searchParams }: Props) {
  const context = await readPageContext('/regions', searchParams, REGION_PARAMETERS);
  return (
    <TopicPage
      context={context}
      question="page.regions"
      cards={REGION_CARDS}
      carry={Object.keys(REGION_PARAMETERS)}
      above={(options) => <RegionPath context={context} options={options} />}
    />
  );
}
