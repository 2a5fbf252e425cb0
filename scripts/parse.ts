/**
 * npm run --silent parse -- FILE...
 * One normalised record a line on stdout, in the order given. A file that cannot be read is one line on stderr, and the
 * exit status is 1 after all other files are done.
 */
import { readFile } from 'node:fs/promises';
import { archiveMembers, kindOf } from '../lib/decode';
import { DecodeError } from '../lib/errors';
import { ingestBytes } from '../lib/ingest';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('parse: found no file name, expected npm run --silent parse -- FILE...\n');
  process.exit(2);
}

const oneLine = (text: string) => text.replace(/[\r\n]+/gu, ' ');

async function printRecords(path: string, bytes: Uint8Array): Promise<boolean> {
  if (kindOf(bytes, path).family !== 'archive') {
    process.stdout.write(`${JSON.stringify(await ingestBytes(bytes, { path, url: null }))}\n`);
    return true;
  }
  let good = true;
  for await (const member of archiveMembers(bytes, path))
    good = (await printFile(`${path}!${member.name}`, async () => member.bytes)) && good;
  return good;
}

async function printFile(path: string, read: () => Promise<Uint8Array>): Promise<boolean> {
  try {
    return await printRecords(path, await read());
  } catch (error) {
    process.stderr.write(`${oneLine(path)}: ${oneLine(reasonOf(error))}\n`);
    return false;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof DecodeError)
    return `${error.message}${error.remedy === '' ? '' : `; ${error.remedy}`}`;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'found no such file, expected a report';
  if (code === 'EISDIR') return 'found a folder, expected a report (npm run ingest takes folders)';
  if (code === 'EACCES') return 'found a file that may not be read, expected a report';
  return `found ${(error as Error).message}, expected a report that can be read`;
}

let allGood = true;
for (const file of files) allGood = (await printFile(file, () => readFile(file))) && allGood;
process.exitCode = allGood ? 0 : 1;
