import { healthResponse } from '../api/_http/health';

export const dynamic = 'force-dynamic';

/** Live: 200 as long as the process answers, whatever it has to serve. */
export const GET = (): Promise<Response> => healthResponse(200);
