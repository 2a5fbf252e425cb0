/**
 * What a report prints of an agency's true figures: the form of each block, the way its numbers are written, and
 * where the printed page departs from the truth (see flaws). A printed page is a plain sheet of values, states and
 * raw texts, in the order of ALL_FIELDS; `record` turns it into a normalised record.
 */
import {
  ALL_FIELDS,
  type CellState,
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  type DisclosureBlock,
  disclosureFields,
  type FormVersion,
  formBefore,
  formOfYear,
  requestFields,
  yearsInForce,
} from '../form';
import type { Issue } from '../issue';
import { FEES, FIELD_INDEX, type Figures } from './figures';
import type { Agency } from './plan';
import { chance, type Random } from './random';

export type BlockForms = Partial<Record<DisclosureBlock, FormVersion>>;

export type Sheet = {
  requestForm: FormVersion;
  blockForms: BlockForms;
  /** The fields that this report prints, as positions in ALL_FIELDS, in form order. */
  printed: readonly number[];
  values: (number | null)[];
  states: CellState[];
  /** Raw text where it is not just the digits of the value. */
  raws: Map<number, string>;
  issues: Issue[];
};

const PROCEEDINGS = ALL_FIELDS.flatMap((field, i) => (field.table === 'proceedings' ? [i] : []));
const layouts = new Map<string, readonly number[]>();

/** The fields printed by a report with these forms, in form order: table 2, table 3, table 4. */
function printedFields(requestForm: FormVersion, blockForms: BlockForms): readonly number[] {
  const key = requestForm + JSON.stringify(blockForms);
  const known = layouts.get(key);
  if (known) return known;
  const fields = [
    ...DISCLOSURE_BLOCKS.flatMap(({ id }) => {
      const form = blockForms[id];
      return form ? disclosureFields(id, form) : [];
    }),
    ...requestFields(requestForm),
  ].map((field) => FIELD_INDEX.get(field.id) ?? 0);
  const layout = [...fields, ...PROCEEDINGS];
  layouts.set(key, layout);
  return layout;
}

/** The form of a report year, except for laggards and for reports that mix it with the one before. */
function chooseForms(
  random: Random,
  year: number,
  agency: Agency,
): { requests: FormVersion; blocks: BlockForms } {
  const current = formOfYear(year);
  const before = formBefore(current);
  const age = yearsInForce(current, year);
  const lag = [0.1, 0.03][age] ?? 0;
  const isSlow = agency.level === 'township' ? 1.5 : 1;
  const form = before && chance(random, lag * isSlow) ? before : current;
  const other = form === current ? (before ?? current) : current;
  const blocks: BlockForms = {};
  const isMixed = before !== null && age < 3 && chance(random, 0.03);
  for (const { id } of DISCLOSURE_BLOCKS) {
    const blockForm = isMixed && chance(random, 0.5) ? other : form;
    if (DISCLOSURE_FORMS[blockForm][id]) blocks[id] = blockForm;
  }
  const requests = isMixed && chance(random, 0.3) ? other : form;
  return { requests, blocks };
}

const FULL_WIDTH = '０１２３４５６７８９';
const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => FULL_WIDTH[Number(digit)] ?? digit);
const withCommas = (text: string): string => text.replace(/\B(?=(\d{3})+$)/g, ',');

/** A faithful sheet of these figures; the report's habits of writing numbers are drawn once for the whole sheet. */
export function printSheet(random: Random, figures: Figures, year: number, agency: Agency): Sheet {
  const forms = chooseForms(random, year, agency);
  const printed = printedFields(forms.requests, forms.blocks);
  const values: (number | null)[] = ALL_FIELDS.map(() => null);
  for (const i of printed) values[i] = i === FEES ? (figures[i] ?? 0) / 100 : (figures[i] ?? 0);
  const states: CellState[] = ALL_FIELDS.map(() => 'number');
  const sheet: Sheet = {
    requestForm: forms.requests,
    blockForms: forms.blocks,
    printed,
    values,
    states,
    raws: new Map(),
    issues: [],
  };
  writeRaws(random, sheet);
  return sheet;
}

function writeRaws(random: Random, sheet: Sheet): void {
  const draw = random();
  const style = draw < 0.04 ? withCommas : draw < 0.055 ? fullWidth : null;
  const signs = chance(random, 0.5);
  for (const i of sheet.printed) {
    const value = sheet.values[i] ?? 0;
    const kind = ALL_FIELDS[i]?.kind;
    if (kind === 'amount_yuan' && value > 0) sheet.raws.set(i, `${value}元`);
    else if (kind === 'change' && value > 0 && signs) sheet.raws.set(i, `+${value}`);
    else if (style && kind === 'count' && value > 0 && (style === fullWidth || value > 999))
      sheet.raws.set(i, style(String(value)));
  }
}

/** Prints another value than the true one, in plain digits. */
export function reprint(sheet: Sheet, index: number, value: number): void {
  sheet.values[index] = value;
  sheet.raws.delete(index);
}

/** Leaves a field without a number: what stands there instead, and as what it is read. */
export function loseValue(
  sheet: Sheet,
  index: number,
  state: Exclude<CellState, 'number'>,
  raw: string,
): void {
  sheet.values[index] = null;
  sheet.states[index] = state;
  sheet.raws.set(index, raw);
}
