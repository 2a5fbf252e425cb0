/** Target 6: records into a database. */
import { join } from 'node:path';
import { buildDatabase } from '../../lib/store/build/index';
import { synthesizeReports } from '../../lib/synth/index';
import type { Line } from './lines';

const SAMPLE = 20_000;

/** Builds the synthetic corpus into `file`; the pace without what it takes to invent the reports. */
export async function measureBuild(file: string, reports: number): Promise<Line> {
  const inventing = secondsToInvent(Math.min(SAMPLE, reports)) * (reports / Math.min(SAMPLE, reports));
  const before = process.cpuUsage();
  const { seconds } = await buildDatabase({
    records: synthesizeReports({ reports, seed: 1 }),
    file,
    corpus: 'demo',
    synthetic: true,
    regionsFile: join('data', 'regions.csv'),
  });
  const { user, system } = process.cpuUsage(before);
  const gigabytes = process.resourceUsage().maxRSS / 2 ** 20;
  const storing = Math.max(0.001, seconds - inventing);
  const pace = reports / storing;
  const total = (1_600_000 / reports) * storing;
  return {
    target: 6,
    what: `${reports} reports into the database`,
    measured: `${storing.toFixed(0)} s and ${inventing.toFixed(0)} s to invent them, ${pace.toFixed(0)} reports/s, ${((user + system) / 1e6).toFixed(0)} s CPU, ${gigabytes.toFixed(1)} GB`,
    wanted: '≥ 25,000/s; 1.6 M in ≤ 90 s, ≤ 4 GB',
    met: pace >= 25_000 && total <= 90 && gigabytes <= 4,
  };
}

function secondsToInvent(reports: number): number {
  const start = performance.now();
  let seen = 0;
  for (const report of synthesizeReports({ reports, seed: 1 })) seen += report ? 1 : 0;
  if (seen < reports) throw new Error(`invented ${seen} reports, expected ${reports}`);
  return (performance.now() - start) / 1000;
}
