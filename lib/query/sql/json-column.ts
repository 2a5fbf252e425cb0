/** Columns that hold JSON text. */
import { z } from 'zod';

/** Schema of a text column whose JSON is checked by `schema`. */
export function jsonSchema<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}
