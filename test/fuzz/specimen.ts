/**
 * A record to print as a document: true figures of an invented agency, in either form or a mix of both, mostly small,
 * some all zero, some large, some that do not add up, some with zeros left blank or dashed.
 */
import type { ReportRecord } from '../../lib/record';
import { type Figures, simulate, zeroFigures } from '../../lib/synth/figures';
import { emptyZeros, misprint } from '../../lib/synth/flaws';
import type { Agency } from '../../lib/synth/plan';
import { YEARS } from '../../lib/synth/plan';
import { readCountry } from '../../lib/synth/places';
import { printSheet } from '../../lib/synth/print';
import { chance, integer, lognormal, pick, type Random } from '../../lib/synth/random';
import { recordOf, reportOf } from '../../lib/synth/record';

/** A record with every cell a number, a blank or a dash; about one in six does not add up. */
export function drawSpecimen(random: Random): ReportRecord {
  const province = pick(random, readCountry());
  const county = pick(
    random,
    province.children.flatMap((place) => (place.level === 'county' ? [place] : place.children)),
  );
  const agency: Agency = {
    key: `${county.code}-${county.name}`,
    shortName: county.name,
    level: county.level,
    body: 'government',
    place: county,
    above: [province],
    demand: 1,
    decisions: 1,
    consolidates: false,
  };
  const year = integer(random, 0, YEARS.length - 1);
  const figures = drawFigures(random, year);
  const sheet = printSheet(random, figures, YEARS[year] ?? YEARS[0], agency);
  sheet.raws.clear();
  const mayFail = chance(random, 0.16);
  if (mayFail) misprint(random, sheet);
  if (chance(random, 0.15)) emptyZeros(random, sheet);
  return recordOf(reportOf(random, 0, agency, 'own', YEARS[year] ?? YEARS[0], sheet, true));
}

function drawFigures(random: Random, year: number): Figures {
  const years = zeroFigures();
  const size = random();
  const isFull = chance(random, 0.6);
  simulate(
    random,
    {
      requests: size < 0.25 ? 0 : size < 0.55 ? lognormal(random, 6, 1) : lognormal(random, 90, 1.4),
      decisions: isFull ? lognormal(random, 60, 2) : 0,
      rules: chance(random, 0.15) ? { stock: 60, issued: 4 } : { stock: 0, issued: 0 },
      documents: isFull ? { stock: 40, issued: 6 } : { stock: 0, issued: 0 },
      fees: chance(random, 0.4) ? lognormal(random, 40, 1.5) : 0,
      procurement: chance(random, 0.5) ? 4 : 0,
    },
    years,
  );
  return years[year] ?? (years[0] as Figures);
}
