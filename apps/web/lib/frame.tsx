import type { Misfit } from '@rapporteur/domain/fitting';
import { formatStamp } from '@rapporteur/domain/instant';
import { pathIn, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import type { Moment } from '@rapporteur/ui/as-of';
import { addressAfter } from '@rapporteur/ui/change-list';
import { text } from '@rapporteur/ui/text';
import { languageName, word } from '@rapporteur/ui/words';
import { Misfits } from '@rapporteur/ui/misfits';
import { PageFrame } from '@rapporteur/ui/page-frame';
import type { ComponentProps } from 'react';
import { pastAddress } from '../cache/memento';
import { siteOrigin } from '../env';
import { pageInstant, pageLanguage, publicApi } from './api';
import { Head } from './head';

interface Props
  extends
    Pick<ComponentProps<typeof PageFrame>, 'current' | 'path' | 'children' | 'wide'>,
    Omit<ComponentProps<typeof Head>, 'language' | 'card'> {
  /** The record whose versions the banner of a past page shows; without one it shows the changes of the whole record. */
  record?: { id: string; path: string };
  /** Whether others can put a card of this page into theirs. */
  hasCard?: boolean;
  /** The address of the page with what was asked for, where `path` leaves that out. */
  here?: string;
  /** What of the address cannot be asked: the page says so, and is answered as a bad request. */
  misfits?: readonly Misfit[];
}

/** A whole page: its head, and its frame with the banner of the instant it is read at. */
export async function Frame({
  current,
  path,
  here = path,
  wide = false,
  record,
  hasCard = false,
  misfits = [],
  children,
  ...head
}: Props) {
  const [asOf, language] = [await pageInstant(), await pageLanguage()];
  const moments = asOf === null ? [] : record === undefined ? await changesUpTo(path) : await versionsUpTo(record);
  return (
    <>
      <Head
        path={path}
        language={language}
        {...(hasCard ? { card: addressAt(path.replace(/\?.*$/, ''), language, asOf) } : {})}
        {...head}
        {...(misfits.length === 0 ? {} : { status: 400, hidden: true })}
      />
      <PageFrame
        current={current}
        path={record?.path ?? path}
        here={here}
        address={addressAt(here, language, asOf)}
        asOf={asOf}
        moments={moments}
        wide={wide}
      >
        <Misfits of={misfits} />
        {children}
      </PageFrame>
    </>
  );
}

/** The address of a page as it is read: in its language, and at its moment. */
function addressAt(path: string, language: SiteLanguage, asOf: string | null): string {
  const told = pathIn(language, path);
  return siteOrigin() + (asOf === null ? told : pastAddress(told, formatStamp(new Date(asOf))));
}

// As many as have room beside one another.
const shown = 6;

async function versionsUpTo(record: { id: string; path: string }): Promise<Moment[]> {
  const history = await (await publicApi()).record.history({ id: record.id });
  const moments = (history?.publications ?? []).map(({ recordedAt, revisionNumber, action, language }) => ({
    at: recordedAt,
    label:
      language !== null
        ? text('changes')('tag', { action: word(action), language: languageName(language) })
        : action === 'withdraw' || action === 'merge'
          ? word(action)
          : text('frame')('past.version', { version: String(revisionNumber) }),
    href: addressAfter(recordedAt, record.path),
  }));
  return moments.toReversed().slice(-shown);
}

/** The latest changes of the whole record; what was published at one instant is one change. */
async function changesUpTo(path: string): Promise<Moment[]> {
  const { items } = await (await publicApi()).publication.list({ before: null, limit: 100 });
  const t = text('frame');
  const byInstant = new Map(items.toReversed().map(({ recordedAt, sequence }) => [recordedAt, sequence]));
  return [...byInstant]
    .map(([at, sequence]) => ({
      at,
      label: t('past.change', { change: String(sequence) }),
      href: addressAfter(at, path),
    }))
    .slice(-shown);
}
