/** `npm run build-db`: records → data/build/corpus.duckdb and data/build/demo.duckdb, where they are out of date. */
import { prepareDatabases } from './build-db/databases';
import { type Message, showOn } from './start/databases';
import { openDisplay } from './start/display';

if (process.send) {
  await prepareDatabases((message: Message) => process.send?.(message));
  process.disconnect();
} else {
  const display = openDisplay();
  await prepareDatabases(showOn(display));
  display.stop();
}
