import { answering, jsonResponse } from '../../_http/json';
import { openApiDocument } from '../../_http/openapi';

export const dynamic = 'force-dynamic';

/** The API described in OpenAPI 3.1. */
export async function GET(): Promise<Response> {
  return answering(async () => jsonResponse(openApiDocument()));
}
