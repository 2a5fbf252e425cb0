/** The fifteen criteria in their order. */
import { noScript } from './01-no-script';
import { addressIsState } from './02-address';
import { oneSource } from './03-one-source';
import { csvBytes } from './04-csv-bytes';
import { neverShort } from './05-whole';
import { streaming } from './06-streaming';
import { selfDescribing } from './07-self-describing';
import { missingIsNotZero } from './08-missing';
import { axeClean } from './09-axe';
import { byKeyboard } from './10-keyboard';
import { chineseFits } from './11-chinese-fits';
import { bigTable } from './12-big-table';
import { noDeadEnds } from './13-no-dead-ends';
import { cardKit } from './14-card-kit';
import { budget } from './15-budget';
import type { Criterion } from './criterion';

/** In their order, but for the memory that a download takes, which is seen before a thousand pages were made. */
export const CRITERIA: readonly Criterion[] = [
  streaming,
  noScript,
  addressIsState,
  oneSource,
  csvBytes,
  neverShort,
  selfDescribing,
  missingIsNotZero,
  axeClean,
  byKeyboard,
  chineseFits,
  bigTable,
  noDeadEnds,
  cardKit,
  budget,
];
