/** Next calls this once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startUp } = await import('./lib/server/lifecycle');
  const { cacheKey } = await import('./app/_shell/cache-key');
  const { healthResponse } = await import('./app/api/_http/health');
  startUp({ cacheKey, live: () => healthResponse(200) });
}
