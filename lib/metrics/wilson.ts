/** Cases under which a rate is shown grey, with its n, and is never ranked. */
export const SMALL_N = 30;

const Z = 1.959964;

/**
 * Wilson's 95 % interval of a proportion, as ratios 0–1. Null when it is no proportion: nothing counted, or more
 * successes than cases. Source: Wilson 1927; E. B. Wilson, JASA 22(158), eq. for the score interval.
 */
export function wilsonInterval(successes: number, cases: number): { low: number; high: number } | null {
  if (!(cases > 0) || successes < 0 || successes > cases) return null;
  const share = successes / cases;
  const spread = Z ** 2 / cases;
  const centre = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / cases + spread / (4 * cases));
  return {
    low: Math.max(0, (centre - half) / (1 + spread)),
    high: Math.min(1, (centre + half) / (1 + spread)),
  };
}
