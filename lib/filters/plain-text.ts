import { z } from 'zod';

/** A name as an address writes it: control characters never belong to one, and 200 characters hold every agency's. */
export const plainText = z
  .string()
  .max(200)
  // oxlint-disable-next-line no-control-regex -- \p{Cc} spelled out: the pattern stands in the OpenAPI document, and Python knows no \p
  .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/);
