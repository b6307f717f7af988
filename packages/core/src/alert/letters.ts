import type { Rhythm } from '@rapporteur/domain/alert/asking';
import { formatEdtf } from '@rapporteur/domain/edtf';
import type { FeedItem } from '@rapporteur/domain/feed-views';
import { segmentOf } from '@rapporteur/domain/kinds';
import { formatPermalink } from '@rapporteur/domain/permalink';
import type { Mail } from '../mail/mailer';

/** What a letter to a reader is about, and where it leads back to. */
export interface Letter {
  to: string;
  /** The origin of the site. */
  origin: string;
}

/**
 * The mail that asks whether it was they. Anybody can have it sent to anybody, so it holds no word that its sender chose:
 * what was asked for is told on the site.
 */
export const confirmationMail = ({ to, origin }: Letter, secret: string): Mail => ({
  to,
  subject: 'Please confirm: mail from the record',
  text: `Somebody asked at ${origin} that this address be told by mail what is new in the record.

If it was you, open this page and press the button. The link works for two days:

${origin}/alerts/confirm/${secret}

If it was not you, do nothing. You get no mail, and your address is forgotten after two days.
`,
});

export interface AlertLetter extends Letter {
  /** Tells this mail from every other, and stays when it has to be sent again. */
  id: string;
  name: string;
  path: string;
  rhythm: Rhythm;
  /** When the reader confirmed. */
  since: Date;
  items: readonly FeedItem[];
  count: number;
  /** The secret of the link that ends it. */
  leave: string;
}

/** The mail that tells what is new: each assertion with its kind of change and its permanent addresses, corrections first. */
export function alertMail(letter: AlertLetter): Mail {
  const { to, origin, id, name, path, rhythm, since, items, count, leave } = letter;
  const link = `${origin}/alerts/leave/${leave}`;
  const more =
    count > items.length ? `\nThese are ${items.length} of ${count}. All are here:\n${origin}/changes\n` : '';
  return {
    to,
    // Nothing that a reader or a record says stands in a header.
    subject: `New in the record: ${count} ${count === 1 ? 'change' : 'changes'}`,
    text: `What is new about ${name}:

${items.map((item) => told(item, origin)).join('\n')}${more}
-- 
You get this because on ${dayOf(since)} you confirmed at ${origin} that you want to be told by mail, ${
      rhythm === 'daily' ? 'once a day' : 'at once'
    }, what is new about ${name}:
${origin}${path}

To get no more of these mails, and have your address forgotten:
${link}
`,
    id,
    unsubscribe: link,
  };
}

const changes: Partial<Record<FeedItem['action'], string>> = {
  publish: 'New',
  correct: 'Correction',
  update: 'Update',
  withdraw: 'Withdrawn',
  merge: 'Merged',
};

function told(
  { record, into, state, action, revisionNumber, note, summary, updated }: FeedItem,
  origin: string,
): string {
  const { kind } = record;
  const page = `${origin}/${segmentOf(kind)}/${encodeURIComponent(record.slug)}`;
  const live = state === 'live';
  const version = revisionNumber === null ? null : revisionNumber;
  return [
    `${changes[action] ?? action}: ${kind}, ${dayOf(new Date(updated))}`,
    line(record.title ?? `This ${kind} was withdrawn.`),
    ...(note === null ? [] : [`Why: ${line(note)}`]),
    ...(live && summary !== null ? [line(summary)] : []),
    ...(into === null ? [] : [`It is part of “${line(into.title ?? '')}” now.`]),
    ...(live && version !== null ? [`This version: ${origin}${formatPermalink(record.id, version)}`] : []),
    ...(live && version !== null && version > 1 && action !== 'publish'
      ? [`What changed: ${page}/diff?from=${version - 1}&to=${version}`]
      : []),
    `Its page: ${page}`,
    '',
  ].join('\n');
}

/** A text of the record within a line of its own: it cannot look like a part of the letter. */
const line = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const dayOf = (instant: Date): string => formatEdtf(instant.toISOString().slice(0, 10));
