import type { Published } from '@rapporteur/db/clients';
import { segmentOf } from '@rapporteur/domain/kinds';
import { readQuestion, type Question } from '@rapporteur/domain/question/question';
import { searchAddress } from '@rapporteur/domain/search/address';
import type { SiteLanguage } from '@rapporteur/domain/translation/languages';
import { linksTo } from '../record/links';
import { wordingIn } from './words/in-language';
import type { Wording } from './words/wording';

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
export async function nameOf(
  published: Published,
  about: About,
  language: SiteLanguage,
): Promise<{ name: string; path: string }> {
  const { names } = wordingIn(language);
  switch (about.of) {
    case 'record':
      return { name: names.whole, path: '/' };
    case 'corrections':
      return { name: names.corrections, path: '/corrections' };
    case 'search':
      return { name: await nameOfSearch(published, about, wordingIn(language)), path: searchAddress(about) };
    case 'about': {
      const link = (await linksTo(published, [about.id])).get(about.id);
      if (link === undefined) return { name: names.aRecord, path: '/' };
      const path = `/${segmentOf(link.kind)}/${encodeURIComponent(link.slug)}`;
      return { name: link.title === null ? names.withdrawn : names.quoted(link.title), path };
    }
  }
}

/** Two searches that a reader follows have two names: what each is narrowed to belongs to it. */
async function nameOfSearch(published: Published, { question, filter }: Search, words: Wording): Promise<string> {
  const { kinds, stances, year, language, from, to } = filter;
  const { names } = words;
  const ids = [filter.actor, filter.issue, filter.programme].filter((id) => id !== null);
  const links = await linksTo(published, ids);
  const called = (tag: string) => new Intl.DisplayNames(words.languages, { type: 'language' }).of(tag) ?? tag;
  const narrowed = [
    ...kinds.map((kind) => words.kinds[kind]),
    ...stances.map((stance) => (stance === 'none' ? names.noStance : (names.stances[stance] ?? stance))),
    ...ids.map((id) => names.quoted(links.get(id)?.title ?? names.withdrawn)),
    ...(year === null ? [] : [names.year(year)]),
    ...(language === null ? [] : [names.language(called(language))]),
    ...(from === null ? [] : [names.from(from)]),
    ...(to === null ? [] : [names.until(to)]),
  ];
  const searched = question === '' ? names.anySearch : names.search(question);
  return narrowed.length === 0 ? searched : `${searched} (${narrowed.join(', ')})`;
}
