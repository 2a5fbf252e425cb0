/** A clue to an agency's region that is not its own name. */
import type { Place } from '../../place';
import type { EvidenceKind } from '../evidence';
import type { Region } from './gazetteer';

export type Signal = {
  kind: EvidenceKind;
  text: string;
  at: Place | null;
  /** Regions the clue can mean; one where it is plain. */
  regions: Region[];
  /** Strength in the order of the evidence: site code 8 … area code 1. Shared among the regions it can mean. */
  weight: number;
};

/** Weight of a host of which it is known whose it is; what a spelling tells weighs less. */
export const KNOWN_HOST = 8;
