import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as nowhere } from '../../app/api/[[...path]]/route';
import { proxy } from '../../proxy';
import { ANSWERS } from '../../app/api/_http/schemas';
import { corpusIn, record, temporaryFolder } from '../store/small-corpus';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  process.env.DATABASE_DIR = folder.path;
  await corpusIn(folder.path, [record()], 'reports');
});
afterAll(async () => {
  delete process.env.DATABASE_DIR;
  await folder.remove();
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is a 405 that says what may be asked', async (method) => {
  for (const path of ['/api', '/api/v1/query', '/api/v1/reports.csv', '/api/v1/chart/requests.svg']) {
    const answer = await proxy(new NextRequest(`http://localhost${path}`, { method }));
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    ANSWERS.Problem.strict().parse(await answer.json());
  }
});

test('what reads goes on to its handler', async () => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await proxy(new NextRequest('http://localhost/api/v1/query', { method }));
    expect(answer.headers.get('x-middleware-next')).toBe('1');
  }
});

test('an address of the API that is none is a problem document', async () => {
  const answer = nowhere();
  expect(answer.status).toBe(404);
  expect(ANSWERS.Problem.strict().parse(await answer.json()).detail).toContain('openapi.json');
});
