/** What a page weighs: the document and its scripts, which draw nothing themselves. The same figures: `npm run budget`. */
import { check, isWhole } from '../../site/checks';
import { BUDGET, weighPage } from '../../site/page-weight';
import { routesOf } from '../../site/routes';
import { testPages } from '../../site/site';

testPages('light, and no script is the chart library', async (site) => {
  const routes = [...(await routesOf(site, 'demo')), ...(isWhole ? await routesOf(site, 'reports') : [])];
  const known = new Map<string, number>();
  for (const { path } of routes) {
    const weight = await weighPage(site.address, path, known);
    for (const what of ['html', 'scripts'] as const)
      check(
        weight[what] <= BUDGET[what],
        `${path} ${what}`,
        `${weight[what]} bytes gzip`,
        `at most ${BUDGET[what]}`,
      );
  }
  check(known.size > 0, 'scripts', known.size, 'at least one');
  for (const script of known.keys()) {
    const text = await site.text(script);
    check(!/observablehq|linkedom/.test(text), script, 'the chart library', 'code for what moves alone');
  }
});
