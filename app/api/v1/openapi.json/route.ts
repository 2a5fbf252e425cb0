import { tagged } from '../../_http/etag';
import { answering, jsonResponse } from '../../_http/json';
import { openApiDocument } from '../../_http/openapi';

export const dynamic = 'force-dynamic';

/** The API described in OpenAPI 3.1. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => tagged(request, null, async () => jsonResponse(openApiDocument())));
}
