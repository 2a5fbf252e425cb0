/**
 * Every card of the site: pages, embedded cards and files all find it here. A page shows its cards in this order. A card is a
 * file of this folder, named by its id, its line in this list, and its words in `lib/words/<language>/cards.ts`.
 */
import type { CardDefinition } from '../_card/model';
import type { OwnParameters } from '../_request/page-context';
import { carry } from './carry';
import { correctionByLevel } from './correction-by-level';
import { correctionByRegion } from './correction-by-region';
import { correctionRates } from './correction-rates';
import { disclosureByLevel } from './disclosure-by-level';
import { disclosureByRegion } from './disclosure-by-region';
import { disclosureDecisions } from './disclosure-decisions';
import { disclosureDocuments } from './disclosure-documents';
import { disclosureFees } from './disclosure-fees';
import { disclosure } from './disclosure';
import { disputeRates } from './dispute-rates';
import { disputeResults } from './dispute-results';
import { disputes } from './disputes';
import { outcomesByLevel } from './outcomes-by-level';
import { outcomesByRegion } from './outcomes-by-region';
import { outcomesByYear } from './outcomes-by-year';
import { outcomesFlow } from './outcomes-flow';
import { outcomesReasons } from './outcomes-reasons';
import { outcomes } from './outcomes';
import { panels } from './panels';
import { peers } from './peers';
import { regionsCoverage } from './regions-coverage';
import { regionsMeasure } from './regions-measure';
import { regionsOverYears } from './regions-over-years';
import { requestsByApplicant } from './requests-by-applicant';
import { requestsByLevel } from './requests-by-level';
import { requestsByRegion } from './requests-by-region';
import { requestsCarried } from './requests-carried';
import { requests } from './requests';
import { spread } from './spread';

export const CARDS: readonly CardDefinition[] = [
  // Overview
  requests,
  outcomes,
  disputes,
  disclosure,
  // Requests
  requestsByLevel,
  requestsByRegion,
  requestsByApplicant,
  requestsCarried,
  // Outcomes
  outcomesByYear,
  outcomesByLevel,
  outcomesFlow,
  outcomesReasons,
  outcomesByRegion,
  // Disputes
  disputeRates,
  correctionRates,
  disputeResults,
  correctionByLevel,
  correctionByRegion,
  // Disclosure
  disclosureDocuments,
  disclosureDecisions,
  disclosureFees,
  disclosureByLevel,
  disclosureByRegion,
  // Regions
  regionsMeasure,
  regionsOverYears,
  regionsCoverage,
  // Agency, comparison: those pages place their cards themselves
  peers,
  spread,
  carry,
  panels,
];

/** The card with an id, or undefined. */
export const cardById = (id: string): CardDefinition | undefined => CARDS.find((card) => card.id === id);

/** The cards of a page, in its order. */
export const cardsOf = (path: string): readonly CardDefinition[] =>
  CARDS.filter((card) => card.path === path);

/** What a page understands in its address for its cards, beside the filters. */
export const cardParameters = (path: string): OwnParameters =>
  Object.assign({}, ...cardsOf(path).map((card) => card.own ?? {}));
