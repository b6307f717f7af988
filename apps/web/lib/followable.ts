import { hasFeed, kindOfSegment } from '@rapporteur/domain/kinds';
import { writeQuestion } from '@rapporteur/domain/question/question';
import { readSearch, searchAddress } from '@rapporteur/domain/search/address';
import { slugSchema } from '@rapporteur/domain/slug';
import { questionTitle } from '@rapporteur/ui/question/question-title';
import { hrefOf, titleOf } from '@rapporteur/ui/record-link';
import { text } from '@rapporteur/ui/text';
import { pageLanguage, publicApi } from './api';
import { withNames } from './names';
import { narrowedTo } from './narrowed-to';

/** Something that readers can be told about. */
export interface Followable {
  /** What the register knows it by: it outlives addresses. */
  about: string;
  /** What it is called, within a sentence. */
  title: string;
  page: string;
  /** The address of its feeds without the ending of a format. */
  feed: string;
}

/** The most characters that the register keeps of what somebody asks for. */
const longest = 1000;

/** What a page of the site tells about that can be followed; null for every other address. */
export async function followableAt(address: string): Promise<Followable | null> {
  if (!address.startsWith('/') || !URL.canParse(address, 'http://site.invalid')) return null;
  const { pathname, searchParams, host } = new URL(address, 'http://site.invalid');
  if (host !== 'site.invalid') return null;
  await pageLanguage();
  switch (pathname) {
    case '/':
    case '/changes':
      return { about: 'record', title: text('alerts')('whole'), page: '/', feed: '/feed' };
    case '/corrections':
      return {
        about: 'corrections',
        title: text('alerts')('corrections'),
        page: '/corrections',
        feed: '/corrections/feed',
      };
    case '/search':
      return searchBy(searchParams);
    default:
      return recordAt(pathname);
  }
}

async function searchBy(fields: URLSearchParams): Promise<Followable | null> {
  const asked = readSearch((name) => fields.get(name) || null);
  if (asked === null) return null;
  const question = { of: 'search', ...asked } as const;
  const about = writeQuestion(question);
  // All that there is, and what is too long to be kept, is no search that can be followed.
  if (about === 'search' || about.length > longest || about.includes('\0')) return null;
  const page = searchAddress(asked);
  const title = questionTitle(question, await narrowedTo(asked));
  return { about, title, page, feed: page.replace(/^\/search/, '/search/feed') };
}

async function recordAt(pathname: string): Promise<Followable | null> {
  const [segment = '', slug = '', ...more] = pathname.slice(1).split('/');
  const kind = kindOfSegment(segment);
  if (kind === null || more.length > 0 || !hasFeed(kind) || !slugSchema.safeParse(slug).success) return null;
  const answer = await (await publicApi()).record.get({ kind, slug });
  if (answer?.found !== 'live') return null;
  const { record } = answer;
  const page = hrefOf(record);
  const link = await withNames({ id: record.id, kind, slug, title: record.title, state: 'live' as const });
  return { about: record.id, title: titleOf(link), page, feed: `${page}/feed` };
}
