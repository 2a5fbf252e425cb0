import { METRICS } from '../../../../lib/metrics/registry';
import { DIMENSION_LABELS, DIMENSIONS } from '../../../../lib/query';
import { tagged } from '../../_http/etag';
import { answering, jsonResponse } from '../../_http/json';

export const dynamic = 'force-dynamic';

/** Every metric with its formula, unit, source and caveat, and the dimensions that metrics can be grouped by. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () =>
    tagged(request, null, async () =>
      jsonResponse({
        metrics: METRICS,
        dimensions: DIMENSIONS.map((id) => ({ id, ...DIMENSION_LABELS[id] })),
      }),
    ),
  );
}
