/** Every card of the site by id: pages, embedded cards and files all find it here. */
import { carryCard } from '../cards/carry';
import { peersCard } from '../cards/peers';
import { spreadCard } from '../cards/spread';
import { panelsCard } from '../cards/panels';
import type { CardDefinition } from './model';
import { disclosureCard } from '../cards/disclosure';
import { disputesCard } from '../cards/disputes';
import { outcomesCard } from '../cards/outcomes';
import { requestsCard } from '../cards/requests';
import { DISCLOSURE_CARDS } from '../_topics/disclosure-cards';
import { DISPUTE_CARDS } from '../_topics/dispute-cards';
import { OUTCOME_CARDS } from '../_topics/outcome-cards';
import { REGION_CARDS } from '../_topics/region-cards';
import { REQUEST_CARDS } from '../_topics/request-cards';

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
