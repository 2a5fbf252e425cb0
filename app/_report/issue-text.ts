/** An issue of our reading in words: what its code means, and what was found and expected where that helps a person. */
import type { Issue } from '../../lib/issue';
import type { PageContext } from '../_request/page-context';
import { placeWords } from './cell/place-words';

/** `一格里有两种读法（"1 2"）· 第 12 行`. */
export function issueText(context: PageContext, issue: Issue): string {
  const { t } = context;
  return t('issue.text', {
    name: t(`issue.${issue.code}`),
    actual: issue.actual,
    place: placeWords(context, issue.at),
  });
}
