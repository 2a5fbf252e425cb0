/**
 * Who reports, where and for which year: a document or only a title and an address go in, identity with its evidence
 * comes out. Nothing is guessed: what the evidence leaves open is null or `unknown`, with an issue.
 */
import type { Document } from '../document';
import type { Finding } from '../audit/rules';
import { disagreeing, findingOf } from '../audit/rules/rule';
import { identityNameOverwritten } from '../audit/rules/identity-name-overwritten';
import { type Issue, issue } from '../issue';
import type { ReportRecord } from '../record';
import { findAgency, fullName } from './agency/find-agency';
import { bodyOf } from './agency/body';
import type { Signal } from './place/signal';
import { findSignals } from './place/find-signals';
import { findPublished } from './dates/published';
import { evidence } from './evidence';
import { ancestors, type Gazetteer } from './place/gazetteer';
import { findTitle, type OfferedTitles } from './title/find-title';
import { documentLines, type Line } from './lines';
import type { PlaceReading } from './place/place-in-name';
import { readOrganisation } from './place/place-in-organisation';
import { ofAddressAlone, type Resolution, resolveRegion } from './place/resolve-region';
import { scopeOf } from './agency/scope';
import { isAdvertising, isTownshipName, mayBeOverwritten, officeLeft } from './agency/advertising';
import { addressParts } from './place/place-in-address';
import { cutTitle } from './title/cut-title';
import { ownWord } from './agency/agency-from-text';
import { findYear } from './dates/year';

export { type Gazetteer, loadGazetteer } from './place/gazetteer';
export { reportId } from './agency/report-id';

export type IdentifyInput = {
  title: string | null;
  url: string | null;
  document: Document | null;
  path: string | null;
};

export type Identity = Pick<
  ReportRecord,
  'title' | 'year' | 'period' | 'published' | 'year_evidence' | 'agency' | 'region'
> & { issues: Issue[]; findings: Finding[] };

/**
 * Title, year, publication date, agency and region of a report, each with the evidence it rests on. Issues say what
 * stayed open; findings say where title, period and date disagree or where a name was overwritten.
 */
export function identify(input: IdentifyInput, gazetteer: Gazetteer): Identity {
  const lines = documentLines(input.document);
  const urls = [input.url, input.document?.url].filter((url): url is string => Boolean(url));
  const title = findTitle(offeredTitles(input, urls, lines), lines);
  const dates = findPublished(input.document, lines, urls, title);
  const year = findYear(title, lines, dates.published, urls);

  const named = findAgency(title, lines);
  const written = named?.asWritten ?? '';
  const { reading, isNational } = readOrganisation(written, gazetteer);
  const clues = findSignals(urls, input.document, lines, gazetteer);
  const isOverwritten = reading.regions.length === 0 && !isNational && isReplaced(written, urls, clues);
  const left = isOverwritten ? officeLeft(written) : '';
  // A township's own name is whole behind the advertising that replaced the place above it.
  const readable = isTownshipName(left) ? livingTownship(left, gazetteer) : reading;
  const said = named?.evidence ?? evidence('title', '', null, 'no agency');
  const resolved: Resolution = isNational
    ? { region: null, level: 'national', township: null, evidence: [said], issues: [] }
    : resolveRegion(isOverwritten ? left : written, readable, clues, urls, gazetteer, said);
  const found = lines.length === 0 && !written && !isNational ? ofAddressAlone(resolved, urls) : resolved;
  const self = written ? null : ownWord(lines);
  // A township that does not say which one is placed in the region its clues tell, if any.
  const place = self?.isTownship ? { ...found, level: 'township' as const } : found;

  const office = left || written;
  const body = written
    ? bodyOf(office, left ? { ...readable, rest: office } : reading, place.level)
    : (self?.body ?? null);
  const name = fullName(written, reading, place.region, body, isOverwritten);
  const scope = scopeOf(lines, name, body, place.level, dates.published);

  const issues = [...year.issues, ...place.issues];
  if (!written)
    issues.push(
      issue(
        'identity.agency_unknown',
        null,
        'no agency',
        'a title, first sentence or source line that names one',
      ),
    );
  if (scope.scope === 'unknown')
    issues.push(
      issue(
        'identity.scope_unknown',
        null,
        name || 'no agency',
        'words, figures or a name that tell whose figures these are',
      ),
    );
  const findings = [...year.findings];
  if (isOverwritten) findings.push(findingOf(identityNameOverwritten, disagreeing(written, name)));
  return {
    title: title?.text ?? null,
    year: year.year,
    period: year.period,
    published: dates.published,
    year_evidence: [...year.evidence, ...dates.evidence],
    agency: { name, as_written: written, body, scope: scope.scope, scope_evidence: scope.evidence },
    region: regionOf(place),
    issues,
    findings,
  };
}

/** A township's name as it is read, without the places that bore it once where one bears it today. */
function livingTownship(name: string, gazetteer: Gazetteer): PlaceReading {
  const { reading } = readOrganisation(name, gazetteer);
  const living = reading.regions.filter((region) => region.level === 'township');
  return living.length > 0 ? { ...reading, regions: living } : reading;
}

/** A name full of advertising, or unknown words before a bureau on another's site while the clues name a region. */
function isReplaced(written: string, urls: string[], clues: Signal[]): boolean {
  if (isAdvertising(written)) return true;
  const isGovernmentSite = urls.length === 0 || urls.some((url) => addressParts(url).isGovernment);
  return clues.length > 0 && mayBeOverwritten(written, isGovernmentSite);
}

/** What ingest passes on as title is the container's own and no more believed than it. */
function offeredTitles(input: IdentifyInput, urls: string[], lines: Line[]): OfferedTitles {
  const container = input.document?.title ?? null;
  const meta = Object.entries(input.document?.meta ?? {}).find(([key]) =>
    /^(?:articletitle|og:title)$/i.test(key),
  );
  return {
    given: input.title === container ? null : input.title,
    meta: meta?.[1] ?? null,
    containers: [
      isStale(input.document, lines) ? null : container,
      fileName(input.path),
      ...urls.map(wikiTitle),
    ],
  };
}

/** A Word or PDF file keeps the title of the file it was copied from: it counts only if the text names its agency. */
function isStale(document: Document | null, lines: Line[]): boolean {
  if (!document?.title || document.format === 'html') return false;
  const { agency } = cutTitle(document.title);
  return agency === '' || !lines.some((line) => line.text.includes(agency));
}

const fileName = (path: string | null): string | null => path?.split(/[\\/]/).at(-1) ?? null;

/** The title that a wiki's or mirror's address holds, percent-encoded; null where it holds none. */
function wikiTitle(url: string): string | null {
  const encoded = url.split('/').find((part) => /%E[4-9]%/i.test(part));
  if (!encoded) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

function regionOf(place: Resolution): ReportRecord['region'] {
  const lineage = place.region ? [place.region, ...ancestors(place.region)] : [];
  const nameAt = (level: string): string | null =>
    lineage.find((region) => region.level === level)?.name ?? null;
  return {
    code: place.region?.code ?? null,
    level: place.level,
    province: nameAt('province'),
    prefecture: nameAt('prefecture'),
    county: nameAt('county'),
    township: nameAt('township') ?? place.township,
    evidence: place.evidence,
  };
}
