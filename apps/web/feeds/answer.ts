import type { FeedView } from '@rapporteur/domain/feed-views';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { readSearch, searchAddress } from '@rapporteur/domain/search/address';
import { slugSchema } from '@rapporteur/domain/slug';
import { feedAddress } from '@rapporteur/ui/follow';
import { questionTitle } from '@rapporteur/ui/question/question-title';
import { hrefOf, titleOf } from '@rapporteur/ui/record-link';
import { saidIn, textIn } from '@rapporteur/ui/languages';
import { TRPCError } from '@trpc/server';
import type { NextRequest } from 'next/server';
import { siteOrigin } from '../env';
import { pageLanguage, publicApi } from '../lib/api';
import { withNames } from '../lib/names';
import { narrowedTo } from '../lib/narrowed-to';
import { writeAtom } from './atom';
import { feedOf, type FeedHead } from './feed';
import { formatOfFile, mediaTypes, type FeedFormat } from './formats';
import { writeJsonFeed } from './json-feed';
import { writeRss } from './rss';

const writers = { atom: writeAtom, rss: writeRss, json: writeJsonFeed };

/** The feed of the whole record. */
export const wholeFeed = (format: FeedFormat) =>
  async function GET(request: NextRequest): Promise<Response> {
    const after = afterOf(request);
    const view = await part((await publicApi()).feed.record({ after }));
    if (view === null) return noSuchPart();
    const language = await pageLanguage();
    const description = textIn(language, 'pages')('feed.wholeText');
    return write(format, view, {
      language,
      title: 'Rapporteur',
      description,
      page: '/',
      self: `/feed.${format}`,
      after,
    });
  };

interface Params {
  params: Promise<{ slug: string; feed: string }>;
}

/** The feed of a record of a kind: it and all that names it. */
export const aboutFeed = (kind: Kind) =>
  async function GET(request: NextRequest, { params }: Params): Promise<Response> {
    const { slug, feed } = await params;
    const after = afterOf(request);
    const format = formatOfFile(feed);
    if (format === null || !slugSchema.safeParse(slug).success) return nothing();
    const asked = await part((await publicApi()).feed.about({ kind, slug, after }).then((answer) => ({ answer })));
    if (asked === null) return noSuchPart();
    const { answer } = asked;
    if (answer === null) return nothing();
    if (answer.found === 'withdrawn') return ended();
    if (answer.found === 'merged') return moved(`${hrefOf(answer.into)}/feed.${format}`);
    const language = await pageLanguage();
    const title = saidIn(language, () => titleOf(answer.record));
    const page = `/${segmentOf(kind)}/${slug}`;
    return write(format, answer.feed, {
      language,
      title: `${title} · Rapporteur`,
      description: textIn(language, 'pages')(
        `feed.about.${kind === 'actor' || kind === 'issue' ? kind : 'programme'}`,
        {
          title,
        },
      ),
      page,
      self: `${page}/feed.${format}`,
      after,
    });
  };

/** The feed of corrections, withdrawals and merges. */
export async function correctionsFeed(request: NextRequest, { params }: { params: Promise<{ feed: string }> }) {
  const format = formatOfFile((await params).feed);
  if (format === null) return nothing();
  const after = afterOf(request);
  const view = await part((await publicApi()).feed.corrections({ after }));
  if (view === null) return noSuchPart();
  const language = await pageLanguage();
  const t = textIn(language, 'pages');
  return write(format, view, {
    language,
    title: `${t('corrections.title')} · Rapporteur`,
    description: t('feed.correctionsText'),
    page: '/corrections',
    self: `/corrections/feed.${format}`,
    after,
  });
}

/** The feed of a search: what is new among what it finds. */
export async function searchFeed(request: NextRequest, { params }: { params: Promise<{ feed: string }> }) {
  const format = formatOfFile((await params).feed);
  const asked = readSearch((name) => request.nextUrl.searchParams.get(name) || null);
  if (format === null || asked === null) return nothing();
  const question = { of: 'search', ...asked } as const;
  const page = searchAddress(asked);
  if (page === '/search') return nothing();
  const after = afterOf(request);
  const view = await part((await publicApi()).feed.search({ question, after }));
  if (view === null) return after === null ? nothing() : noSuchPart();
  const language = await pageLanguage();
  const about = await narrowedTo(asked);
  const title = saidIn(language, () => questionTitle(question, about));
  return write(format, view, {
    language,
    title: `${title} · Rapporteur`,
    description: textIn(language, 'alerts')('feed', { title }),
    page,
    self: feedAddress(page.replace(/^\/search/, '/search/feed'), format),
    after,
  });
}

const afterOf = (request: NextRequest): string | null => request.nextUrl.searchParams.get('after') || null;

/** What is asked for, with the names of its readers; null where a question cannot be asked, or a feed has no such part. */
async function part<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await withNames(await answer);
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return null;
    throw error;
  }
}

function write(format: FeedFormat, view: FeedView, head: FeedHead): Response {
  return new Response(writers[format](feedOf(view, head, siteOrigin())), {
    headers: { 'content-type': `${mediaTypes[format]}; charset=utf-8` },
  });
}

/** Nothing is there: the server in front shows the page that says so. */
const nothing = (): Response => new Response(null, { status: 404 });

/** Programs that are told that a feed is gone stop asking for it. */
const ended = (): Response => new Response('The record was withdrawn, and its feed has ended.\n', { status: 410 });

/** The place that an older page goes on from is written by the page before it, and by nobody else. */
const noSuchPart = (): Response =>
  new Response('This feed has no such part. Ask for its address without “after”: its parts lead on from there.\n', {
    status: 400,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

const moved = (location: string): Response => new Response(null, { status: 308, headers: { location } });
