/**
 * The country as a tree of places, from the gazetteer: provinces, their prefectures, counties and townships.
 * Counties that no prefecture stands over (municipalities, 省直辖) hang directly on their province.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Level } from '../record';

export type Place = { code: string; name: string; level: Exclude<Level, 'national'>; children: Place[] };

const rowSchema = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['province', 'prefecture', 'county', 'township']),
  parent: z.string(),
});

/** Towns and subdistricts; development zones and farms in the list of townships are no governments of their own. */
const GOVERNED = /(?:街道|镇|乡|苏木)$/;

let country: Place[] | undefined;

/** The provinces of data/regions.csv with everything inside them, read once. Throws when the file is missing or malformed. */
export function readCountry(): Place[] {
  country ??= treeOf(readFileSync(join(process.cwd(), 'data/regions.csv')));
  return country;
}

function treeOf(csv: Buffer): Place[] {
  const provinces: Place[] = [];
  const byCode = new Map<string, Place>();
  for (const row of z.array(rowSchema).parse(parse(csv, { columns: true, bom: true }))) {
    if (row.level === 'township' && !GOVERNED.test(row.name)) continue;
    const place: Place = { code: row.code, name: row.name, level: row.level, children: [] };
    byCode.set(row.code, place);
    const siblings = row.level === 'province' ? provinces : byCode.get(row.parent)?.children;
    if (!siblings)
      throw new Error(`data/regions.csv ${row.code}: found parent ${row.parent}, expected a place above it`);
    siblings.push(place);
  }
  return provinces;
}
