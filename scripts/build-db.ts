/** `npm run build-db`: records → data/build/corpus.duckdb and data/build/demo.duckdb, where they are out of date. */
import { prepareDatabases } from './databases';

await prepareDatabases();
