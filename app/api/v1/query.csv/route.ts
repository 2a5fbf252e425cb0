import { fileOf } from '../../_http/table-route';

export const dynamic = 'force-dynamic';

/** The table `query` as CSV: see app/api/_http/tables.ts. */
export const GET = (request: Request): Promise<Response> => fileOf(request, 'query', 'csv');
