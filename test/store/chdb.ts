/**
 * ClickHouse's own engine in this process (chdb), behind as much of ClickHouse's HTTP interface as the client uses.
 */
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Chdb, ChdbSession } from '../bench/rivals/engines';

export type ChdbServer = { url: string; statements: () => number; close: () => void };

/** Serves the engine on a port of this machine; `scratch` is a folder for what is uploaded. */
export async function serveChdb(
  chdb: Chdb,
  databases: readonly string[],
  scratch: string,
): Promise<ChdbServer> {
  const session = new chdb.Session();
  for (const name of databases) session.query(`CREATE DATABASE ${name}`);
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(session, request, join(scratch, `upload-${asked}`)).then(
      (text) => response.end(text),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    statements: () => asked,
    close: () => {
      server.closeAllConnections();
      server.close();
      session.cleanup();
    },
  };
}

/** Parameters of the address that are no setting of the engine. */
const PLAIN = new Set(['query', 'database', 'query_id', 'session_id', 'enable_http_compression']);
const OF_HTTP = /^(cancel_http_|wait_end_of_query|send_progress|http_|date_time_|max_execution_time)/;

async function answer(session: ChdbSession, request: IncomingMessage, upload: string): Promise<string> {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const body = await buffer(request);
  const values: Record<string, string> = {};
  session.query(`USE ${searchParams.get('database') ?? 'default'}`);
  for (const [name, value] of searchParams)
    if (name.startsWith('param_')) values[name.slice('param_'.length)] = value;
    else if (!PLAIN.has(name) && !OF_HTTP.test(name)) session.query(`SET ${name} = '${value}'`);
  const query = searchParams.get('query');
  if (query === null) {
    const sql = body.toString('utf8');
    return Object.keys(values).length === 0 ? session.query(sql) : session.queryBind(sql, values);
  }
  await writeFile(upload, body);
  return session.query(query.replace(/ FORMAT (\w+)\s*$/, ` FROM INFILE '${upload}' FORMAT $1`));
}
