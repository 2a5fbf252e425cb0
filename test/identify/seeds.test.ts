import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../lib/decode';
import { identify, loadGazetteer } from '../../lib/identify';
import { linesDocument } from './lines-document';

const SHARED = '../shared';
type Golden = {
  file: string;
  title: string | null;
  year: number;
  published: string | null;
  agency: { name: string; as_written: string; also_right: string[]; body: string; scope: string };
  region: { code: string; level: string };
};

const NAME_OVERWRITTEN = 'seed-003';

describe.skipIf(!existsSync(SHARED))('the shared seeds', () => {
  const goldens = existsSync(SHARED)
    ? readdirSync(`${SHARED}/golden`).filter((file) => file.startsWith('seed-'))
    : [];
  test.each(goldens)('%s is identified as a person read it', (file) => {
    const golden = JSON.parse(readFileSync(`${SHARED}/golden/${file}`, 'utf8')) as Golden;
    const document = linesDocument(readFileSync(`${SHARED}/${golden.file}`, 'utf8'));
    const got = identify({ title: null, url: null, document, path: golden.file }, loadGazetteer());
    expect(got).toMatchObject({
      title: golden.title,
      year: golden.year,
      published: golden.published,
      agency: {
        name: golden.agency.name,
        as_written: golden.agency.as_written,
        body: golden.agency.body,
        scope: golden.agency.scope,
      },
      region: golden.region,
    });
    expect(got.region.evidence.length).toBeGreaterThan(0);
    expect(got.agency.scope_evidence.length).toBeGreaterThan(0);
    expect(got.year_evidence.length).toBeGreaterThan(0);
    const rules = got.findings.map((finding) => finding.rule);
    expect(rules).toEqual(file.startsWith(NAME_OVERWRITTEN) ? ['identity.name_overwritten'] : []);
  });
});
test.skipIf(!existsSync(SHARED)).each(['hzq2023', 'shanghai-office-2019'])(
  'the published sample %s is identified as a person read it',
  async (name) => {
    const golden = JSON.parse(readFileSync(`${SHARED}/golden/${name}.json`, 'utf8')) as Golden;
    const document = await decode(readFileSync(`${SHARED}/${golden.file}`), golden.file);
    const got = identify({ title: null, url: null, document, path: golden.file }, loadGazetteer());
    expect([golden.agency.name, ...golden.agency.also_right]).toContain(got.agency.name);
    expect(got).toMatchObject({
      title: golden.title,
      year: golden.year,
      published: golden.published,
      agency: { as_written: golden.agency.as_written, body: golden.agency.body, scope: golden.agency.scope },
      region: golden.region,
    });
  },
);
if (!existsSync(SHARED)) console.log(`skipped: ${SHARED} is not there`);
