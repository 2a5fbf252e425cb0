/** The number that the form or a template prints before a label: 一、 （三） 1. */
import { ORDINAL_NUMERALS, parseHanNumeral } from '../../han-numerals';
import { memoize } from '../memoize';
import { foldText } from './normalise';

/** With the bracket that a line's end may have cut off: （七, its label and ） below the figures. */
const NUMBERING = new RegExp(
  `^(?:[(（]?[${ORDINAL_NUMERALS}]{1,3}[)）][、.．]?|[(（][${ORDINAL_NUMERALS}]{1,3}$|[${ORDINAL_NUMERALS}]{1,3}[、.．]|[(（]?\\d{1,2}[)）.．、](?!\\d))`,
  'u',
);
const NO_ORDINAL = new RegExp(`[^${ORDINAL_NUMERALS}]`, 'gu');

/**
 * A label's own number: how it is set and its value (（六）: bracket 6; 3.: figure 3; 四、: comma 4). The value is null where
 * numerals write no number (一二十、): the label is numbered, but like no row of the form.
 */
export type Numbering = { set: 'bracket' | 'comma' | 'figure'; value: number | null };

/** The label without the numbering in front of it (一、 （三） 1.), as `plainLabel`, and the last of that numbering. */
export const splitNumbering = memoize(split);

function split(text: string): { plain: string; numbering: Numbering | null } {
  let folded = foldText(text);
  let numbering: Numbering | null = null;
  for (let match = NUMBERING.exec(folded); match; match = NUMBERING.exec(folded)) {
    numbering = readNumbering(match[0]);
    folded = folded.slice(match[0].length);
  }
  return { plain: folded.replace(/[^\p{L}\p{N}]/gu, ''), numbering };
}

function readNumbering(text: string): Numbering {
  const figure = /\d+/u.exec(text);
  if (figure) return { set: 'figure', value: Number(figure[0]) };
  const value = parseHanNumeral(text.replace(NO_ORDINAL, ''));
  return { set: /[)）]/u.test(text) ? 'bracket' : 'comma', value };
}
