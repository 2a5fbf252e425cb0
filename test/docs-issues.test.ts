/** docs/issues.md has every issue code and every rule, with the severity they have, and no others. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS, RULES } from '../lib/audit/rules';
import { ISSUE_CODES, ISSUE_SEVERITY } from '../lib/issue';
import { alignTable } from '../scripts/mutants/score';

const docs = join(import.meta.dirname, '..', 'docs');
const read = (name: string) => readFileSync(join(docs, name), 'utf8');

/** Rows of the tables of a text: id in the first column → the other columns. */
function tableRows(text: string): Map<string, string[]> {
  const rows = text.split('\n').flatMap((line): [string, string[]][] => {
    const [, id, ...cells] = line.split(/(?<!\\)\|/u).map((cell) => cell.trim());
    const name = /^`([a-z_.]+)`$/.exec(id ?? '')?.[1];
    return name === undefined ? [] : [[name, cells.slice(0, -1)]];
  });
  expect(rows.length).toBe(new Set(rows.map(([id]) => id)).size);
  return new Map(rows);
}

describe('docs/issues.md', () => {
  const rows = tableRows(read('issues.md'));

  it('lists every issue code and every rule, and nothing else', () => {
    expect([...rows.keys()].sort()).toEqual([...ISSUE_CODES, ...RULE_IDS].sort());
  });

  it('gives each issue its severity, and something in every column', () => {
    for (const code of ISSUE_CODES) {
      const cells = rows.get(code) ?? [];
      expect(cells[0], code).toBe(ISSUE_SEVERITY[code]);
      expect(cells.length, code).toBe(3);
      for (const cell of cells) expect(cell, code).not.toBe('');
    }
  });

  // `npx vitest run test/docs-issues.test.ts -u` writes the table anew.
  it('has the table of rules that the rules themselves make', async () => {
    const table = alignTable([
      ['rule', 'severity', 'formula', 'what a difference often means'],
      ['-', '-', '-', '-'],
      ...RULES.map(({ id, severity, formula, often }) => [`\`${id}\``, severity, formula, often]),
    ]);
    const text = read('issues.md').replace(/^\| rule .*\n(?:\|.*\n)+/m, () => `${table}\n`);
    expect(text).toContain(table);
    await expect(text).toMatchFileSnapshot(join(docs, 'issues.md'));
  });
});

describe('docs/ingest.md', () => {
  it('names only commands and files that exist', () => {
    const text = read('ingest.md');
    const { scripts } = JSON.parse(readFileSync(join(docs, '..', 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, name] of text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g))
      expect(scripts).toHaveProperty([name ?? '']);
    for (const [, link] of text.matchAll(/\]\(([^)#]+)\)/g))
      expect(existsSync(join(dirname(join(docs, 'ingest.md')), link ?? '')), link).toBe(true);
  });
});
