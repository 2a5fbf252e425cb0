/**
 * Copies of reports on other people's sites often carry pronunciations behind characters, 報(bào)告, added by the program
 * that turned them into the traditional script. They are no words of the report.
 */

/** Latin letters in brackets behind an ideograph, one of them with a tone; the text must be in NFKC. */
const PRONUNCIATION = /(?<=\p{Script=Han})\([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}\)/gu;

/** The text, which must be in NFKC, without pronunciations; other text comes back as it is. For comparison only. */
export function withoutPronunciations(text: string): string {
  return text.includes('(') ? text.replace(PRONUNCIATION, '') : text;
}
