/** Next calls this once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startUp } = await import('./lib/http/start-up');
  const { answerKey } = await import('./app/_shell/answer-key');
  const { healthResponse } = await import('./app/api/_http/health');
  startUp({ answerKey, live: () => healthResponse(200) });
}
