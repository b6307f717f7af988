import type { RecordView } from '@rapporteur/domain/views';
import { passageShown } from '@rapporteur/ui/card/passage-shown';
import { dayOf } from '@rapporteur/ui/dates';
import { text } from '@rapporteur/ui/text';
import { kindName } from '@rapporteur/ui/words';
import { siteOrigin } from '../env';
import type { PictureText } from '../share/picture';

const host = (): string => new URL(siteOrigin()).host;

/** What the picture of a record's page says, in the language that is spoken. */
export function pictureOf(record: RecordView): PictureText {
  const version = text('frame')('past.version', { version: String(record.revisionNumber) });
  return {
    kind: kindName(record.kind),
    title: record.title,
    passage: passageShown(record)?.passage.exact ?? null,
    version: `${version}, ${dayOf(record.publishedAt)}`,
    address: host(),
  };
}

/** What the picture of every other page says: what the site is. */
export function pictureOfSite(): PictureText {
  return { kind: host(), title: text('frame')('footer.lead'), passage: null, version: '', address: '' };
}
