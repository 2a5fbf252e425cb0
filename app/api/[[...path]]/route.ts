import { problemResponse } from '../../../lib/server/problem';

export const dynamic = 'force-dynamic';

/** Every address below /api that is none of the API's. */
export function GET(): Response {
  return problemResponse({
    status: 404,
    title: 'Not Found',
    detail: 'the API has no such address; /api/v1/openapi.json names all there are',
  });
}
