import { original, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { callsIn } from '../programs/calls';
import { asksTheClock, nowhere, type Address } from './address';
import { compose, mayKeep, stampFor } from './compose';
import type { Entry, Rendered, Stamp } from './entry';
import type { PageCache } from './page-cache';
import { isErrorShell } from './scripts';
import type { RecordVersion } from './version-watcher';

export type Rendering = Extract<Address, { to: 'page' | 'data' | 'asset' | 'timegate' }>;

/** What answers are made with, and what says of which version they are. */
export interface RenewalParts {
  cache: PageCache<Entry>;
  watcher: {
    readonly version: number | null;
    readonly lastKnown: RecordVersion | null;
    closes(instant: Date): boolean;
  };
  render: (path: string, language: SiteLanguage, instant: Date | null, version: number | null) => Promise<Rendered>;
}

/** The answers of the site: those that are kept, whether they still hold, and how they are made anew. */
export class Renewal {
  constructor(private readonly parts: RenewalParts) {}

  /** What is made now of a past that no publication adds to any more. */
  private get closedStamp(): Stamp {
    return `closed in ${this.parts.watcher.lastKnown?.epoch ?? 0}`;
  }

  /** Whether what was made at a stamp is what would be made now. */
  isFresh(stamp: Stamp): boolean {
    return stamp === 'fixed' || stamp === this.closedStamp || stamp === this.parts.watcher.version;
  }

  /** The answer that is kept for a key and still holds. */
  fresh(key: string): Entry | undefined {
    const entry = this.parts.cache.get(key);
    return entry !== undefined && this.isFresh(entry.stamp) ? entry : undefined;
  }

  /** A page that may be shown while the database is away: made since text was last taken from the record. */
  stale(address: Rendering): Entry | undefined {
    const entry = this.parts.cache.get(address.key);
    const withdrawn = this.parts.watcher.lastKnown?.withdrawn ?? Number.POSITIVE_INFINITY;
    if (entry === undefined) return undefined;
    const { stamp } = entry;
    return (typeof stamp === 'string' ? this.isFresh(stamp) : stamp >= withdrawn) ? entry : undefined;
  }

  /** Renders an address. The stamp is settled before: what is read afterwards is at least as new as it says. */
  renew(address: Rendering): Promise<Entry> {
    const { watcher, cache } = this.parts;
    const known = watcher.version;
    const version = known ?? 0;
    const instant = address.to === 'asset' ? null : address.instant;
    const stamp: Stamp =
      address.to === 'asset' ? 'fixed' : instant !== null && watcher.closes(instant) ? this.closedStamp : version;
    return cache.obtain(
      address.key,
      stamp,
      async () => {
        const rendered = await this.render(address, instant, known);
        return compose(address, rendered, stampFor(rendered.status, stamp) ?? version);
      },
      (made) =>
        mayKeep(made.status, address.to === 'page') &&
        this.isFresh(made.stamp) &&
        (made.stamp !== 'fixed' || made.status === 200) &&
        !asksTheClock(address.path),
      callsIn(address.path),
    );
  }

  /**
   * A page that finds its record missing while it is rendered comes as an empty shell, for scripts to fill, and what is no
   * page comes without a word. An address that no page has comes as the whole 404 page: that one is shown for all.
   */
  private async render(address: Rendering, instant: Date | null, version: number | null): Promise<Rendered> {
    const language = address.to === 'asset' ? original : address.language;
    const rendered = await this.parts.render(address.path, language, instant, version);
    const { status, body } = rendered;
    const empty = isPage(address) && status === 404 && (body.length === 0 || isErrorShell(body.toString('utf8')));
    return empty ? this.parts.render(nowhere, language, instant, version) : rendered;
  }
}

/** Whether readers look at what is there: then what is not there is a page that says so. */
const isPage = ({ to }: Rendering): boolean => to === 'page' || to === 'timegate';
