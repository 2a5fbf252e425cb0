import { healthResponse } from '../api/_http/health';

export const dynamic = 'force-dynamic';

/** Whether the server can answer, and from what. */
export const GET = (): Promise<Response> => healthResponse();
