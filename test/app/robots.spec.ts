import robotsParser from 'robots-parser';
import { expect, test } from 'vitest';
import robots from '../../app/robots';

test('crawlers may read every page once in each language, and no choice of filters, file or card alone', () => {
  const { rules } = robots();
  const { allow, disallow } = Array.isArray(rules) ? (rules[0] ?? {}) : rules;
  const lines = [
    ...[allow ?? []].flat().map((path) => `Allow: ${path}`),
    ...[disallow ?? []].flat().map((path) => `Disallow: ${path}`),
  ];
  const read = robotsParser('http://site/robots.txt', ['User-agent: *', ...lines].join('\n'));
  const may = (path: string) => read.isAllowed(`http://site${path}`, 'Somebot');
  for (const page of [
    '/',
    '/requests',
    '/reports/610111-x-2024',
    '/data/api',
    '/methods',
    '/requests?lang=en',
  ])
    expect([page, may(page)]).toEqual([page, true]);
  for (const none of [
    '/?from=2024',
    '/requests?corpus=demo',
    '/requests?corpus=demo&lang=en',
    '/requests?lang=en&from=2024',
    '/reports?page=2',
    '/api/v1/reports.csv',
    '/api/v1/query?metrics=granted',
    '/embed/requests',
  ])
    expect([none, may(none)]).toEqual([none, false]);
});
