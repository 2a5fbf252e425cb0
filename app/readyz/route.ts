import { healthResponse } from '../api/_http/health';

export const dynamic = 'force-dynamic';

/** Ready: 503 while a corpus is missing and while the server stops. */
export const GET = (): Promise<Response> => healthResponse(503);
