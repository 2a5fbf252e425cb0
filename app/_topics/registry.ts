/** Every card of the site by id: pages, embedded cards and files all find it here. */
import { carryCard } from '../_agency/carry-card';
import { peersCard } from '../_agency/peers-card';
import { spreadCard } from '../_agency/spread-card';
import { panelsCard } from '../_compare/panels-card';
import type { CardDefinition } from '../_components/card-model';
import { disclosureCard } from '../_overview/disclosure-card';
import { disputesCard } from '../_overview/disputes-card';
import { outcomesCard } from '../_overview/outcomes-card';
import { requestsCard } from '../_overview/requests-card';
import { DISCLOSURE_CARDS } from './disclosure-cards';
import { DISPUTE_CARDS } from './dispute-cards';
import { OUTCOME_CARDS } from './outcome-cards';
import { REGION_CARDS } from './region-cards';
import { REQUEST_CARDS } from './request-cards';

export const OVERVIEW_CARDS: readonly CardDefinition[] = [
  requestsCard,
  outcomesCard,
  disputesCard,
  disclosureCard,
];

/** Add the cards of a new page here: they then have a permalink, an embedded form and files. */
export const CARDS: readonly CardDefinition[] = [
  ...OVERVIEW_CARDS,
  ...REQUEST_CARDS,
  ...OUTCOME_CARDS,
  ...DISPUTE_CARDS,
  ...DISCLOSURE_CARDS,
  ...REGION_CARDS,
  peersCard,
  spreadCard,
  carryCard,
  panelsCard,
];

/** The card with an id, or undefined. */
export const cardById = (id: string): CardDefinition | undefined => CARDS.find((card) => card.id === id);
