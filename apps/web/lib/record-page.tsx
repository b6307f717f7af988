import { manyRows } from '@rapporteur/domain/board/draw';
import type { BoardView } from '@rapporteur/domain/board/views';
import type { Misfit } from '@rapporteur/domain/fitting';
import { hasFeed, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { ProgrammeAround } from '@rapporteur/domain/programme/views';
import type { RecordAnswer, RecordView } from '@rapporteur/domain/views';
import type { VotesCast } from '@rapporteur/domain/vote-views';
import { Tombstone } from '@rapporteur/ui/notices';
import { original } from '@rapporteur/domain/translation/languages';
import { hrefOf } from '@rapporteur/ui/record-link';
import { RecordPage } from '@rapporteur/ui/record/record-page';
import { TranslationNotice } from '@rapporteur/ui/translation-notice';
import { notFound, permanentRedirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { pageLanguage, publicApi } from './api';
import { citationsOf } from './citation';
import { Discovery } from './discovery';
import { Frame } from './frame';
import { withNames } from './names';
import { slugOf } from './params';
import { StructuredData } from './structured-data';
import { text } from '@rapporteur/ui/text';

/** The most votes that the page of an actor shows. */
const votesShown = 10;

export interface RecordParams {
  params: Promise<{ slug: string }>;
}

/** The page of a record of one kind. */
export const recordPage = (kind: Kind) =>
  async function Page({ params }: RecordParams) {
    const slug = slugOf((await params).slug);
    const api = await publicApi();
    const [answer, board, around, votes] = await Promise.all([
      readRecord(kind, slug),
      kind === 'issue' || kind === 'actor' ? api.board.get({ kind, slug, limit: manyRows }).then(withNames) : null,
      kind === 'programme' ? aroundProgramme(slug) : null,
      kind === 'actor' ? api.related.votes({ slug, limit: votesShown }).then(withNames) : null,
    ]);
    if (answer === null) notFound();
    if (answer.found === 'merged') permanentRedirect(hrefOf(answer.into));
    const notice = answer.found === 'live' ? <TranslationNotice record={answer.record} /> : null;
    const shared = { board, around, votes, notice };
    return <AnswerPage answer={answer} path={`/${segmentOf(kind)}/${slug}`} {...shared} />;
  };

async function aroundProgramme(slug: string): Promise<ProgrammeAround | null> {
  const [api, language] = [await publicApi(), await pageLanguage()];
  return withNames(await api.programme.around({ slug, language: language === original ? null : language }));
}

/** The record in the language of the page, as far as it is translated. */
export async function readRecord(kind: Kind, slug: string): Promise<RecordAnswer | null> {
  const [api, language] = [await publicApi(), await pageLanguage()];
  return language === original ? api.record.get({ kind, slug }) : api.translation.orOriginal({ kind, slug, language });
}

/** A record, or its tombstone, in its frame. */
export function AnswerPage({
  answer,
  path,
  board = null,
  around = null,
  votes = null,
  notice,
  misfits = [],
}: {
  answer: Exclude<RecordAnswer, { found: 'merged' }>;
  path: string;
  board?: BoardView | null;
  around?: ProgrammeAround | null;
  votes?: VotesCast | null;
  notice?: ReactNode;
  misfits?: readonly Misfit[];
}) {
  if (answer.found === 'withdrawn') {
    const { kind, reason } = answer.tombstone;
    const t = text('records');
    return (
      <Frame
        current={segmentOf(kind)}
        path={path}
        record={{ id: answer.tombstone.id, path: `/${segmentOf(kind)}/${answer.tombstone.slug}` }}
        title={t(`withdrawnKind.${kind}`)}
        description={reason || t('tombstone.description')}
        status={410}
        hidden
      >
        {notice}
        <Tombstone tombstone={answer.tombstone} />
      </Frame>
    );
  }
  const { record } = answer;
  return (
    <Frame
      current={segmentOf(record.kind)}
      path={path}
      record={{ id: record.id, path: hrefOf(record) }}
      title={record.title}
      description={descriptionOf(record)}
      changedAt={record.publishedAt}
      misfits={misfits}
      picture={record}
      hasCard={record.kind === 'programme' || record.kind === 'statement'}
      alternates={[original, ...record.languages]}
      feeds={hasFeed(record.kind) ? [{ title: record.title, href: `${hrefOf(record)}/feed` }] : []}
    >
      <StructuredData record={record} />
      <Discovery record={record} />
      {notice}
      <RecordPage record={record} citations={citationsOf(record)} board={board} around={around} votes={votes} />
      {record.citations.length === 0 ? null : <script type="module" src="/assets/evidence.js" />}
    </Frame>
  );
}

function descriptionOf(record: RecordView): string {
  switch (record.kind) {
    case 'programme':
    case 'commitment':
      return record.content.summary;
    case 'statement':
      return record.content.text;
    case 'article':
      return record.content.standfirst;
    case 'position':
      return record.content.turns.at(-1)?.summary ?? record.title;
    case 'event':
      return record.content.summary ?? record.title;
    case 'issue':
    case 'actor':
      return record.content.description ?? record.title;
    case 'source':
      return record.content.note ?? text('pages')('source.description', { title: record.title });
  }
}
