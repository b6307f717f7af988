import { hasFeed, labelOf, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { RecordAnswer, RecordView } from '@rapporteur/domain/views';
import { Tombstone } from '@rapporteur/ui/notices';
import { hrefIn, hrefOf } from '@rapporteur/ui/record-link';
import { RecordPage } from '@rapporteur/ui/record/record-page';
import { notFound, permanentRedirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { publicApi } from './api';
import { citationsOf } from './citation';
import { Discovery } from './discovery';
import { Frame } from './frame';
import { slugOf } from './params';
import { StructuredData } from './structured-data';

export interface RecordParams {
  params: Promise<{ slug: string }>;
}

/** The page of a record of one kind. */
export const recordPage = (kind: Kind) =>
  async function Page({ params }: RecordParams) {
    const slug = slugOf((await params).slug);
    const answer = await (await publicApi()).record.get({ kind, slug });
    if (answer === null) notFound();
    if (answer.found === 'merged') permanentRedirect(hrefOf(answer.into));
    return <AnswerPage answer={answer} path={`/${segmentOf(kind)}/${slug}`} />;
  };

/** A record, or its tombstone, in its frame. */
export function AnswerPage({
  answer,
  path,
  notice,
}: {
  answer: Exclude<RecordAnswer, { found: 'merged' }>;
  path: string;
  notice?: ReactNode;
}) {
  if (answer.found === 'withdrawn') {
    const { kind, reason } = answer.tombstone;
    return (
      <Frame
        current={segmentOf(kind)}
        path={path}
        record={{ id: answer.tombstone.id, path: `/${segmentOf(kind)}/${answer.tombstone.slug}` }}
        title={`Withdrawn ${labelOf(kind).toLowerCase()}`}
        description={reason || 'This record was withdrawn.'}
        status={410}
        hidden
      >
        <Tombstone tombstone={answer.tombstone} />
      </Frame>
    );
  }
  const { record } = answer;
  return (
    <Frame
      current={segmentOf(record.kind)}
      path={path}
      record={{ id: record.id, path: record.translation === null ? hrefOf(record) : path }}
      title={record.title}
      description={descriptionOf(record)}
      changedAt={record.publishedAt}
      alternates={alternatesOf(record)}
      feeds={hasFeed(record.kind) ? [{ title: record.title, href: `${hrefOf(record)}/feed` }] : []}
    >
      <StructuredData record={record} />
      <Discovery record={record} />
      {notice}
      <RecordPage record={record} citations={citationsOf(record)} />
      {record.citations.length === 0 ? null : <script type="module" src="/assets/evidence.js" />}
    </Frame>
  );
}

/** The page in every language that it can be read in, its own among them, as search engines ask for it. */
function alternatesOf(record: RecordView): { language: string; href: string }[] {
  if (record.languages.length === 0) return [];
  const original = { language: 'en', href: hrefOf(record) };
  const others = record.languages.map((language) => ({ language, href: hrefIn(language, record) }));
  return [original, ...others, { language: 'x-default', href: original.href }];
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
      return record.content.note ?? `${record.title}: a source of the record, with every passage in use.`;
  }
}
