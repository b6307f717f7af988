import type { Licence } from './licences';

/** Which record it is of which an export is made, and of which version. */
export interface About {
  /** The newest sequence of the publication log. */
  version: number;
  /** When that was recorded (ISO 8601). */
  recordedAt: string;
  /** The origin of the public site. */
  site: string;
  licence: Licence;
}

/** Where the site shows exports, and has the files of a version. */
export const exportsPage = '/data';
export const addressOf = ({ site, version }: About, path = ''): string => `${site}${exportsPage}/${version}/${path}`;

export const nameOf = ({ version }: About): string => `rapporteur-${version}`;

/** How an export is cited. Whoever has the file can prove by the hash what was cited. */
export const citationOf = (about: About, recordHash: string): string =>
  `Rapporteur (${new URL(about.site).host}). The public record, version ${about.version}, as of ${about.recordedAt}. ` +
  `${addressOf(about, 'datapackage.json')}. Record hash sha256:${recordHash}.`;
