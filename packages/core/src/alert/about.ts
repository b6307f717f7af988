import type { Published } from '@rapporteur/db/clients';
import { segmentOf } from '@rapporteur/domain/kinds';
import { readQuestion, type Question } from '@rapporteur/domain/question/question';
import { searchAddress } from '@rapporteur/domain/search/address';
import { linksTo } from '../record/links';

type Search = Extract<Question, { of: 'search' }>;

/** What a reader is told about. */
export type About = { of: 'record' } | { of: 'corrections' } | { of: 'about'; id: string } | Search;

/** What an alert is about; it was checked when it was asked for. Throws where it is nothing that can be followed. */
export function readAbout(about: string): About {
  if (about === 'record' || about === 'corrections') return { of: about };
  if (/^[a-z]{3}_/.test(about)) return { of: 'about', id: about };
  const question = readQuestion(about);
  if (question?.of === 'search') return question;
  throw new Error('An alert is about nothing that can be followed.');
}

/** How a letter names it, and its page as a path of the site. Of a record that is not public any more there is no title. */
export async function nameOf(published: Published, about: About): Promise<{ name: string; path: string }> {
  switch (about.of) {
    case 'record':
      return { name: 'the whole record', path: '/' };
    case 'corrections':
      return { name: 'corrections of the record', path: '/corrections' };
    case 'search':
      return { name: await nameOfSearch(published, about), path: searchAddress(about) };
    case 'about': {
      const link = (await linksTo(published, [about.id])).get(about.id);
      if (link === undefined) return { name: 'a record', path: '/' };
      const path = `/${segmentOf(link.kind)}/${encodeURIComponent(link.slug)}`;
      return { name: link.title === null ? `a ${link.kind} that was withdrawn` : `“${link.title}”`, path };
    }
  }
}

/** Two searches that a reader follows have two names: what each is narrowed to belongs to it. */
async function nameOfSearch(published: Published, { question, filter }: Search): Promise<string> {
  const { kinds, stances, year, language, from, to } = filter;
  const ids = [filter.actor, filter.issue, filter.programme].filter((id) => id !== null);
  const links = await linksTo(published, ids);
  const narrowed = [
    ...kinds,
    ...stances.map((stance) => (stance === 'none' ? 'no stance' : stance)),
    ...ids.map((id) => `“${links.get(id)?.title ?? 'a record that was withdrawn'}”`),
    ...(year === null ? [] : [`in ${year}`]),
    ...(language === null ? [] : [`in ${new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language}`]),
    ...(from === null ? [] : [`from ${from}`]),
    ...(to === null ? [] : [`until ${to}`]),
  ];
  const words = question === '' ? 'a search' : `the search “${question}”`;
  return narrowed.length === 0 ? words : `${words} (${narrowed.join(', ')})`;
}
