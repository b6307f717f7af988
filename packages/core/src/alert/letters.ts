import type { Rhythm } from '@rapporteur/domain/alert/asking';
import type { FeedItem } from '@rapporteur/domain/feed-views';
import { segmentOf } from '@rapporteur/domain/kinds';
import { formatPermalink } from '@rapporteur/domain/permalink';
import { pathIn, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import type { Mail } from '../mail/mailer';
import { wordingIn } from './words/in-language';
import type { Wording } from './words/wording';

/** What a letter to a reader is about, and where it leads back to. */
export interface Letter {
  to: string;
  /** The language that they read the site in when they asked: their letters speak it, and lead to pages that do. */
  language: SiteLanguage;
  /** The origin of the site. */
  origin: string;
}

/**
 * The mail that asks whether it was they. Anybody can have it sent to anybody, so it holds no word that its sender chose:
 * what was asked for is told on the site.
 */
export function confirmationMail({ to, language, origin }: Letter, secret: string): Mail {
  const { subject, asked, press, ignore } = wordingIn(language).confirm;
  const link = origin + pathIn(language, `/alerts/confirm/${secret}`);
  return { to, subject, text: `${[asked(origin), press, link, ignore].join('\n\n')}\n` };
}

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
  const { to, language, origin, id, name, path, rhythm, since, items, count, leave } = letter;
  const words = wordingIn(language);
  const at = (page: string) => origin + pathIn(language, page);
  const link = at(`/alerts/leave/${leave}`);
  const more = count > items.length ? `\n${words.more(items.length, count)}\n${at('/changes')}\n` : '';
  return {
    to,
    // Nothing that a reader or a record says stands in a header.
    subject: words.subject(count),
    text: `${words.whatIsNew(name)}

${items.map((item) => told(item, words, at)).join('\n')}${more}
-- 
${words.because(words.day(since), origin, rhythm, name)}
${at(path)}

${words.leave}
${link}
`,
    id,
    unsubscribe: link,
  };
}

function told(
  { record, into, state, action, revisionNumber, note, summary, updated }: FeedItem,
  words: Wording,
  at: (page: string) => string,
): string {
  const { kind } = record;
  const page = `/${segmentOf(kind)}/${encodeURIComponent(record.slug)}`;
  const live = state === 'live';
  const version = revisionNumber === null ? null : revisionNumber;
  return [
    `${words.changes[action] ?? action}: ${words.kinds[kind]}, ${words.day(new Date(updated))}`,
    line(record.title ?? words.withdrawn[kind]),
    ...(note === null ? [] : [`${words.why}${line(note)}`]),
    ...(live && summary !== null ? [line(summary)] : []),
    ...(into === null ? [] : [words.into(line(into.title ?? ''))]),
    ...(live && version !== null ? [words.version + at(formatPermalink(record.id, version))] : []),
    ...(live && version !== null && version > 1 && action !== 'publish'
      ? [words.changed + at(`${page}/diff?to=${version}`)]
      : []),
    words.page + at(page),
    '',
  ].join('\n');
}

/** A text of the record within a line of its own: it cannot look like a part of the letter. */
const line = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
