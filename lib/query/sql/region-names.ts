/** Names of regions: read once for each version of a corpus, since joining 40,000 of them to a few rows costs more than all else. */
import { z } from 'zod';
import type { Database } from '../../store/connect';

/** The name of a region by its code; null for no code and for a region without a name. */
export type RegionNames = (code: number | null) => string | null;

const namesSchema = z.object({ code: z.number(), name: z.string().nullable() });

type Manifest = Database['manifest'];
const holder = globalThis as typeof globalThis & { ogiRegionNames?: WeakMap<Manifest, RegionNames> };

/** The names in the corpus that the database serves. */
export async function selectRegionNames(database: Database): Promise<RegionNames> {
  holder.ogiRegionNames ??= new WeakMap();
  const known = holder.ogiRegionNames.get(database.manifest);
  if (known) return known;
  const rows = await database.rows(namesSchema, 'SELECT code, name FROM regions');
  const byCode = new Map(rows.map(({ code, name }) => [code, name]));
  const names: RegionNames = (code) => (code === null ? null : (byCode.get(code) ?? null));
  holder.ogiRegionNames.set(database.manifest, names);
  return names;
}
