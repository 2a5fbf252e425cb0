/** The kinds of answers, told by their path: what metrics and limits are kept by. */
export const KINDS = ['page', 'api', 'export', 'static', 'probe'] as const;
export type Kind = (typeof KINDS)[number];

/** Files of the API: what is written out whole, and costs the most. */
const EXPORT = /\.(?:csv|jsonl|xlsx|zip|parquet|json\.gz)$/;
/** Whether the process lives; lib/server answers it itself. */
export const LIVE = '/healthz';
const PROBES: readonly string[] = [LIVE, '/readyz', '/metrics'];

/** The kind of answer that a path has, whether or not there is one. */
export function kindOf(path: string): Kind {
  if (/^\/api(?:\/|$)/.test(path)) return EXPORT.test(path) ? 'export' : 'api';
  if (path.startsWith('/_next/') || path === '/icon.svg' || path === '/favicon.ico') return 'static';
  return PROBES.includes(path) ? 'probe' : 'page';
}
