/**
 * Names of regions from data/regions.csv (GB/T 2260; columns code, name, level, parent, pinyin), and from
 * statistical-zones.csv beside it those of development zones, which have townships under a code of their own.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { regionPrefix } from '../../filters';

const rowSchema = z.object({ code: z.string().regex(/^\d+$/), name: z.string(), pinyin: z.string() });
const zoneSchema = z.object({ statistical_code: z.string().regex(/^\d+$/), name: z.string() });

/** `code` without trailing zeros, as an integer; `pinyin` null where the file has none. */
export type GazetteerRow = { code: number; name: string; pinyin: string | null };

/**
 * Every region of the file and every zone, each once: a township 000, which means the whole county (350527000 of 金门县), is the county
 * over again, and two rows for one code would count its reports twice. Throws when a row lacks code or name.
 */
export async function readGazetteer(file: string): Promise<GazetteerRow[]> {
  const rows = z.array(rowSchema).parse(parse(await readFile(file), { columns: true, bom: true }));
  const regions = new Map<number, GazetteerRow>();
  for (const { code: written, name, pinyin } of rows) {
    const code = Number(regionPrefix(written));
    if (!regions.has(code)) regions.set(code, { code, name, pinyin: pinyin || null });
  }
  for (const { statistical_code, name } of await readZones(file)) {
    const code = Number(statistical_code);
    if (!regions.has(code)) regions.set(code, { code, name, pinyin: null });
  }
  return [...regions.values()];
}

/** The file of zones that belongs to a gazetteer. */
export const zonesFile = (file: string): string => join(dirname(file), 'statistical-zones.csv');

async function readZones(file: string): Promise<z.infer<typeof zoneSchema>[]> {
  const zones = zonesFile(file);
  if (!existsSync(zones)) return [];
  return z.array(zoneSchema).parse(parse(await readFile(zones), { columns: true, bom: true }));
}
