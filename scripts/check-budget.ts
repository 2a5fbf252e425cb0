/**
 * `npm run budget`: what every page of the built site weighs for a reader, over the demo: the document at most 100 KB,
 * its first scripts at most 200 KB, both as gzip. Starts the site itself. Prints a line a page; status 1 when one weighs more.
 */
import { siteAt } from '../test/site/http';
import { BUDGET, weighPage } from '../test/site/page-weight';
import { routesOf } from '../test/site/routes';
import { isBuilt, startServer } from '../test/site/server';

if (!isBuilt) throw new Error('budget: found no built site, expected one: run npm test, or npm start once');
const server = await startServer({ settings: { RATE_LIMIT_API: '0', LOG_LEVEL: 'error' } });
try {
  const site = siteAt(server.address);
  const known = new Map<string, number>();
  for (const { name, path } of await routesOf(site, 'demo')) {
    const { html, scripts } = await weighPage(server.address, path, known);
    const isHeavy = html > BUDGET.html || scripts > BUDGET.scripts;
    if (isHeavy) process.exitCode = 1;
    const figures = `${kilobytes(html)} of ${kilobytes(BUDGET.html)}, scripts ${kilobytes(scripts)} of ${kilobytes(BUDGET.scripts)}`;
    process.stdout.write(`${name.padEnd(12)} ${figures}${isHeavy ? '  too heavy' : ''}\n`);
  }
} finally {
  await server.stop();
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
