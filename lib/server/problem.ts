/** Problem documents (RFC 9457): what the API answers when it cannot answer. */
import { CORS_HEADERS } from './cors';

export type Problem = { status: number; title: string; detail: string; errors?: unknown[] };

/** A problem document as a response. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', ...problem }), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', ...CORS_HEADERS, ...headers },
  });
}
