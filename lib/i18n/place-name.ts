/** Where an agency lies, as people write it. */

/**
 * Words by which GB/T 2260 fills the step of the prefecture where there is none (北京市 · 市辖区 · 海淀区). They are no
 * places, so they are steps for choosing and never part of a name.
 */
const GROUPS: ReadonlySet<string> = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

/** Whether a prefecture is a place; false for a group of counties right below a province and for null. */
export const isPlace = (prefecture: string | null): prefecture is string =>
  prefecture !== null && !GROUPS.has(prefecture);

type Steps = {
  province: string | null;
  prefecture: string | null;
  county: string | null;
  township: string | null;
};

/** `北京市海淀区`: the names from the province down, each once, without groups; empty when none is known. */
export const placeName = ({ province, prefecture, county, township }: Steps): string => {
  const steps = [province, isPlace(prefecture) ? prefecture : null, county, township];
  return [...new Set(steps.filter((step) => step !== null))].join('');
};
