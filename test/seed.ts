/**
 * One seed for every property of the tests, so that a run can be repeated: `FC_SEED=7 npm test` takes another. A property
 * that fails prints the seed and the path to its case. `setupFiles` of the Vitest configurations name this file.
 */
import fc from 'fast-check';

/** Any number does; this one is changed by nobody by chance. */
const SEED = 20_261_129;

const asked = process.env.FC_SEED ?? '';
if (asked !== '' && !/^-?\d{1,10}$/.test(asked))
  throw new Error(`FC_SEED: found ${JSON.stringify(asked)}, expected a whole number`);

fc.configureGlobal({ seed: asked === '' ? SEED : Number(asked) });
