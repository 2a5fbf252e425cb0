/**
 * Every limit that the reader decides by, with the reason for its value. Likenesses run from 0 to 1 (see `labels/similarity`);
 * each value was moved until the fuzz read the most cells with none wrong in silence.
 */

/* Likeness of a text to a label of the form. */

/** A text of the form's words with two in five characters lost is still its label; below this it is another text. */
export const LEAST_SCORE = 0.6;
/** From here to the next an issue says that the label is in doubt: a quarter of its characters differ. */
export const DOUBTFUL_SCORE = 0.75;
/** From here on a text is a label of the table even where the form has no row for it: more than any two labels are alike. */
export const SURE_SCORE = 0.85;
/** What a row without a label adds to an alignment: less than any label, more than leaving it out. */
export const UNLABELLED_SCORE = 0.2;
/** A text may be a row's label, for cutting lines: a little above doubt, since prose is cut as well. */
export const LABEL_SCORE = 0.78;
/** A text is a header over a column: headers are short, and one wrong character in seven is 0.86. */
export const HEADER_SCORE = 0.86;
/** A text names a row, to tell a lost row from an absent one, and two pieces are one label: nearly to the letter. */
export const NAMED_SCORE = 0.9;
/** A text is a whole label by itself and not the tail of the one before. */
export const WHOLE_SCORE = 0.95;
/** Letters of the longest text that is scored at all: the longest label has 36, with its headings before it. */
export const LONGEST_LABEL = 120;

/** Likeness below this is of no use to anyone and not computed. */
export const LEAST_LIKENESS = 0.55;
/** A label that ends a longer text (三、本年度办理结果（一）予以公开): a label, yet less than the text that is all label. */
export const END_SCORE = 0.95;
/** A label cut off by a page or a column keeps its beginning: sure enough to be read, above doubt. */
export const CUT_SCORE = 0.8;
/** A number alone says little: more than no label, less than any that is not in doubt. */
export const NUMBER_ALONE = 0.7;
/** What is left of a likeness under the number of a row of another rank: (六)其他 is not 3.其他. */
export const NUMBER_OFF = 0.6;
/** The same under another number of the row's rank, which may be a slip. */
export const NUMBER_NEAR = 0.9;
/** What each further piece of a text takes off, so that of two readings alike the shorter wins. */
export const PIECE_PENALTY = 0.02;
/** What leaving out a heading or a remark takes off: more than one further piece. */
export const PART_PENALTY = 0.03;

/* How many rows, figures or lines are a table, a habit or a rule. */

/** Fewer labels than this are words of a text, not a table whose figures were lost. */
export const LEAST_NAMED = 8;
/** Fewer rows than this found by their labels are no table 2: one label may be a word of a sentence. */
export const LEAST_DISCLOSURE_ROWS = 2;
/** Fewer rows than this found by their labels are no table 3: 总计 and 其他 stand in other tables too. */
export const LEAST_REQUEST_ROWS = 4;
/** So many headers of table 3's seven columns over some figures are its headers: 总计 and 其他 stand in other tables too. */
export const LEAST_REQUEST_HEADERS = 3;
/** Rows needed before the columns in use are taken for all that there are. */
export const LEAST_COLUMN_ROWS = 5;
/** Rows of a grid beyond this share have lost or gained a cell; lines of text also slide with their label cells. */
export const COMMON_SHARE = 0.85;
/** Rows that end at one place make up this share, or where a row ends tells nothing. */
export const USUAL_SHARE = 0.7;
/** Rows that end in a blank make up this share where the blank closes a row. */
export const CLOSING_SHARE = 0.9;

/* How a row's cells may lie over the form's. */

/** More candidates than this cannot be told apart by anyone: no reading. */
export const MOST_CANDIDATES = 2000;
/** With more cells too many than this a row is not one of the form's. */
export const MOST_SURPLUS = 3;
/** A row's label takes up to three columns of the form, two beside its own. */
export const MOST_LABEL_CELLS = 2;
/** A label of no more letters than these is a piece of one: a character of 不予公开 set down a narrow column. */
export const MOST_FRAGMENT = 2;
