/**
 * The environment variables, each with its shape, default and meaning: the only list of them. `checkSettings` runs at
 * start and names what is wrong with each; `setting` reads one. `docs/operations.md` is held against this by a test.
 */
import { z } from 'zod';

/** A whole number written in digits. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

type Definition<T> = {
  schema: z.ZodType<T, string>;
  fallback: T;
  /** What the message of a bad value says was expected. */
  expected: string;
  meaning: string;
};

const wholeSetting = (
  least: number,
  most: number,
  fallback: number,
  meaning: string,
): Definition<number> => ({
  schema: whole(least, most),
  fallback,
  expected: `a whole number from ${least} to ${most}`,
  meaning,
});

const ENGINES = ['duckdb', 'clickhouse'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export const SETTINGS = {
  PORT: wholeSetting(0, 65_535, 3000, 'Port that the server listens on'),
  HOSTNAME: {
    schema: z.string().regex(/^[\w.:%-]+$/),
    fallback: '127.0.0.1',
    expected: 'an address or name of this machine',
    meaning: 'Address that the server listens on; 0.0.0.0 for every one',
  } satisfies Definition<string>,
  DATABASE_DIR: {
    schema: z.string().min(1),
    fallback: '',
    expected: 'a folder',
    meaning: 'Folder of the databases; empty for data/build under the working directory',
  } satisfies Definition<string>,
  TRUST_PROXY: wholeSetting(
    0,
    9,
    0,
    'Reverse proxies in front of the server: that many addresses at the end of X-Forwarded-For are believed',
  ),
  RATE_LIMIT_API: wholeSetting(0, 1_000_000, 600, 'Requests to the API a minute and address; 0 for no limit'),
  RATE_LIMIT_EXPORTS: wholeSetting(0, 1_000_000, 60, 'Downloads a minute and address; 0 for no limit'),
  QUERIES_AT_ONCE: wholeSetting(1, 64, 4, 'Questions to the store that run at once'),
  QUERIES_WAITING: wholeSetting(
    1,
    100_000,
    1024,
    'Questions that may wait; with more, new requests are answered with 503 and told to come again',
  ),
  QUERY_SECONDS: wholeSetting(1, 600, 20, 'Time after which a question to the store is stopped'),
  SLOW_QUERY_MS: wholeSetting(1, 600_000, 1000, 'Questions that take longer are logged with their name'),
  EXPORTS_AT_ONCE: wholeSetting(1, 32, 6, 'Downloads at once; further ones are answered with 503'),
  PAGES_AT_ONCE: wholeSetting(1, 64, 2, 'Pages made at once; kept ones are sent without waiting'),
  ANSWERS_KEPT_MB: wholeSetting(
    0,
    16_384,
    128,
    'Memory for pages and answers of the API that are kept, compressed, to be sent again; 0 keeps none',
  ),
  ANSWERS_AT_ONCE: wholeSetting(1, 256, 8, 'Requests to the API, downloads left out, answered at once'),
  REQUESTS_WAITING: wholeSetting(
    1,
    100_000,
    1024,
    'Requests that may wait for their turn, of either kind; further ones are answered with 503',
  ),
  UPLOADS: {
    schema: z.enum(['0', '1']),
    fallback: '0',
    expected: '0 or 1',
    meaning: '1 lets visitors have their own report files read at /data/upload; nothing of them is kept',
  } satisfies Definition<'0' | '1'>,
  UPLOADS_AT_ONCE: wholeSetting(
    1,
    32,
    2,
    'Uploads that are read at once; further ones are answered with 503',
  ),
  UPLOAD_SECONDS: wholeSetting(
    1,
    300,
    20,
    'Time to read one uploaded file; all files of one form get three times as much',
  ),
  RATE_LIMIT_UPLOADS: wholeSetting(0, 1_000_000, 20, 'Uploads a minute and address; 0 for no limit'),
  DRAIN_SECONDS: wholeSetting(0, 600, 25, 'Time that running answers get when the server is told to stop'),
  LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS),
    fallback: 'info',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    meaning: 'Least level that the log keeps',
  } satisfies Definition<(typeof LOG_LEVELS)[number]>,
  ENGINE: {
    schema: z.enum(ENGINES),
    fallback: 'duckdb',
    expected: `one of ${ENGINES.join(', ')}`,
    meaning: 'Who answers questions about metrics; everything else is always DuckDB (scale.md)',
  } satisfies Definition<(typeof ENGINES)[number]>,
  CLICKHOUSE_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fallback: 'http://localhost:8123',
    expected: 'an http or https address',
    meaning: 'HTTP interface of the ClickHouse server',
  } satisfies Definition<string>,
  CLICKHOUSE_USER: {
    schema: z.string().min(1),
    fallback: 'default',
    expected: 'a name',
    meaning: 'Its user; must be allowed to change settings of a query (readonly 0 or 2)',
  } satisfies Definition<string>,
  CLICKHOUSE_PASSWORD: {
    schema: z.string(),
    fallback: '',
    expected: 'a password',
    meaning: 'Its password',
  } satisfies Definition<string>,
  CLICKHOUSE_DATABASE: {
    schema: z.string().regex(/^[A-Za-z]\w*$/),
    fallback: 'ogi',
    expected: 'letters, digits and underscores',
    meaning: 'Begins the names of its databases, which end in `_reports` and `_demo`',
  } satisfies Definition<string>,
} as const;

export type SettingName = keyof typeof SETTINGS;
type Value<N extends SettingName> = (typeof SETTINGS)[N] extends Definition<infer T> ? T : never;
type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a setting; its default where the variable is unset, empty or bad (`checkSettings` tells of those). */
export function setting<N extends SettingName>(name: N, environment: Environment = process.env): Value<N> {
  const { schema, fallback } = SETTINGS[name] as Definition<Value<N>>;
  const text = environment[name]?.trim() ?? '';
  if (text === '') return fallback;
  const read = schema.safeParse(text);
  return read.success ? read.data : fallback;
}

/** One line for each variable whose value is not what it has to be; empty when all are right. */
export function checkSettings(environment: Environment = process.env): string[] {
  return Object.entries(SETTINGS).flatMap(([name, { schema, expected }]) => {
    const text = environment[name]?.trim() ?? '';
    return text === '' || schema.safeParse(text).success
      ? []
      : [`${name}: found ${JSON.stringify(text)}, expected ${expected}`];
  });
}
