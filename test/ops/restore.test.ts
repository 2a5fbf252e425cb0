/** The steps of docs/operations.md to keep a database and to go back to it, run as they stand there. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { selectCells, selectMetrics } from '../../lib/query';
import type { Corpus } from '../../lib/store/corpora';
import { hasShell } from '../platform';
import { corpusIn, record, temporaryFolder } from '../store/small-corpus';

const NEW = 'requests.new_requests.total';

/** The shell lines that the guide gives under a comment which begins so, up to the next blank line. */
async function stepsOf(comment: string): Promise<string> {
  const guide = await readFile('docs/operations.md', 'utf8');
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((block) =>
    (block[1] ?? '').split('\n\n'),
  );
  const found = blocks.filter((block) => block.startsWith(`# ${comment}`));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

/** The value that the corpus serves and the text that was printed for it, as a server that is running sees them. */
async function served(corpus: Corpus): Promise<[number | null | undefined, string | undefined]> {
  const { rows } = await selectMetrics(corpus, { metrics: [NEW], by: [], filters: DEFAULT_FILTERS });
  const cells = await selectCells(corpus, DEFAULT_FILTERS);
  return [rows[0]?.values[NEW]?.value, cells.rows.find(({ field }) => field === NEW)?.raw];
}

test.skipIf(!hasShell())(
  'the documented steps bring back a kept database with its evidence, before a running server and a new one',
  async () => {
    const { path, remove } = await temporaryFolder();
    const folder = join(path, 'data', 'build');
    await mkdir(folder, { recursive: true });
    const build = (value: number): Promise<Corpus> =>
      corpusIn(folder, [record({ values: { [NEW]: value } })]);
    const steps = async (comment: string): Promise<void> => {
      await promisify(execFile)('sh', ['-euc', await stepsOf(comment)], { cwd: path });
    };

    const corpus = await build(1);
    expect(await served(corpus)).toEqual([1, '1']);
    const [evidence = ''] = (await readdir(folder)).filter((name) => name.includes('-evidence-'));
    await steps('keep');
    for (const value of [2, 3]) await build(value);
    expect(await served(corpus)).toEqual([3, '3']);
    expect(await readdir(folder)).not.toContain(evidence);

    await steps('go back');
    expect(await served(corpus)).toEqual([1, '1']);
    const elsewhere = join(path, 'elsewhere');
    await promisify(execFile)('cp', ['-r', folder, elsewhere]);
    expect(await served({ ...corpus, file: join(elsewhere, 'corpus.duckdb') })).toEqual([1, '1']);

    // Once more, over the evidence that the server has open; then a build, as after any other database.
    await steps('go back');
    expect(await served(corpus)).toEqual([1, '1']);
    await build(4);
    expect(await served(corpus)).toEqual([4, '4']);
    expect(await readdir(folder)).toContain(evidence);
    await remove();
  },
);
