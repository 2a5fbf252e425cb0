/** Weak comparison of entity tags, as If-None-Match asks for. */

/** Whether the condition names this tag (RFC 9110 §13.1.2). `*` is no tag that we gave, so it is answered in full. */
export function namesTag(condition: string | null | undefined, tag: string): boolean {
  if (condition === null || condition === undefined) return false;
  const bare = (text: string): string => text.trim().replace(/^W\//, '');
  return condition.split(',').some((each) => bare(each) === bare(tag));
}
