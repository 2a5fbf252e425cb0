/** What the server does once, before its first request. */
import { checkSettings } from '../settings';
import { watchRequests } from './watch-requests';

/** Begins to watch requests; ends the process with status 1 and a line each when settings are bad. */
export function startUp(): void {
  const problems = checkSettings();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exit(1);
  watchRequests();
}
