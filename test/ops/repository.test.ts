/** The files that the host of the repository reads: they parse, are of the shape it wants, and name what exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'), { strict: true, uniqueKeys: true });
const project = z
  .object({
    version: z.string(),
    license: z.string(),
    engines: z.object({ node: z.string() }),
    scripts: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('the workflow', () => {
  const step = z.union([
    z.strictObject({ name: z.string().optional(), run: z.string() }),
    z.looseObject({ uses: z.string() }),
  ]);
  const job = z.looseObject({
    'runs-on': z.string(),
    'timeout-minutes': z.number(),
    strategy: z.object({
      matrix: z.object({ node: z.array(z.string()).optional(), system: z.array(z.string()).optional() }),
    }),
    steps: z.array(step),
  });
  const { jobs } = z.object({ jobs: z.record(z.string(), job) }).parse(read('.github/workflows/check.yml'));
  const commands = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap((each) => ('run' in each ? [String(each.run)] : [])),
  );

  test('runs only commands and files that there are', () => {
    const named = commands.flatMap((text) =>
      [...text.matchAll(/npm (?:run (?:--silent )?)?(start|test|[a-z][\w:-]*)/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    expect(named).toEqual(expect.arrayContaining(['ci', 'check:fast', 'test', 'start', 'parse']));
    expect(named.filter((name) => name !== 'ci' && !project.scripts[name])).toEqual([]);
    const files = commands.flatMap((text) => text.match(/\btest\/\S+/g) ?? []);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(readFileSync('vitest.config.ts', 'utf8')).toContain("name: 'lib'");
  });

  test('tries the oldest Node that we name, and every system', () => {
    const nodes = Object.values(jobs).flatMap(({ strategy }) => strategy.matrix.node ?? []);
    expect(nodes).toEqual(['20.20', '22', '24']);
    expect(satisfies(minVersion(project.engines.node) ?? '', nodes[0] ?? '')).toBe(true);
    const systems = Object.values(jobs).flatMap((each) => [
      each['runs-on'],
      ...(each.strategy.matrix.system ?? []),
    ]);
    expect(systems).toEqual(expect.arrayContaining(['ubuntu-latest', 'macos-latest', 'windows-latest']));
  });
});

describe('the forms', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const label = z.string().min(1);
  const validations = z.strictObject({ required: z.boolean() }).optional();
  const element = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: label }) }),
    z.strictObject({
      type: z.enum(['input', 'textarea']),
      id: z.string().regex(/^[\w-]+$/),
      attributes: z.strictObject({
        label,
        description: label.optional(),
        placeholder: label.optional(),
        render: label.optional(),
      }),
      validations,
    }),
    z.strictObject({
      type: z.literal('dropdown'),
      id: z.string().regex(/^[\w-]+$/),
      attributes: z.strictObject({ label, options: z.array(label).min(2) }),
      validations,
    }),
  ]);
  const form = z.strictObject({
    name: label,
    description: label,
    labels: z.array(label),
    body: z.array(element).min(1),
  });

  test.each(readdirSync(folder).filter((name) => name !== 'config.yml'))('%s is one', (name) => {
    const { body } = form.parse(read(join(folder, name)));
    const ids = body.flatMap((each) => ('id' in each ? [each.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(body.some((each) => 'validations' in each && each.validations?.required)).toBe(true);
  });

  test('are for a wrong number, a page that is not read, and a fault', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'config.yml',
      'fault.yml',
      'unread-page.yml',
      'wrong-number.yml',
    ]);
    expect(read(join(folder, 'config.yml'))).toEqual({ blank_issues_enabled: true });
  });
});

test('the citation is of version 1.2.0 of its format, and of this version of the program', () => {
  const citation = z.strictObject({
    'cff-version': z.literal('1.2.0'),
    message: z.string().min(1),
    type: z.enum(['software', 'dataset']),
    title: z.string().min(1),
    abstract: z.string().min(1),
    authors: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
    version: z.string(),
    license: z.string(),
    keywords: z.array(z.string()).min(1),
  });
  const { version, license } = citation.parse(read('CITATION.cff'));
  expect({ version, license }).toEqual({ version: project.version, license: project.license });
});
