import { kindOfSegment, segmentOf } from '@rapporteur/domain/kinds';
import { Card, cardRows, WithdrawnCard } from '@rapporteur/ui/card/card';
import { boardPath } from '@rapporteur/ui/board/address';
import { hrefOf } from '@rapporteur/ui/record-link';
import { text } from '@rapporteur/ui/text';
import { notFound, permanentRedirect } from 'next/navigation';
import { pageInstant, pageLanguage, publicApi } from '../../../../lib/api';
import { hasCard } from '../../../../lib/cards';
import { Head } from '../../../../lib/head';
import { withNames } from '../../../../lib/names';
import { slugOf } from '../../../../lib/params';
import { readRecord } from '../../../../lib/record-page';

export const dynamic = 'force-dynamic';

/** The card of a record, to stand in a frame on pages of others: nothing but what the record's own page says. */
export default async function CardPage({ params }: { params: Promise<{ segment: string; slug: string }> }) {
  const { segment, slug: raw } = await params;
  const [kind, slug] = [kindOfSegment(segment), slugOf(raw)];
  if (kind === null || !hasCard(kind)) notFound();
  const [language, asOf] = [await pageLanguage(), await pageInstant()];
  const isBoard = kind === 'issue' || kind === 'actor';
  const [answer, board] = await Promise.all([
    readRecord(kind, slug),
    isBoard ? (await publicApi()).board.get({ kind, slug, limit: cardRows }).then(withNames) : null,
  ]);
  if (answer === null) notFound();
  if (answer.found === 'merged') permanentRedirect(`/embed${hrefOf(answer.into)}`);
  if (answer.found === 'withdrawn') {
    const { tombstone } = answer;
    const title = text('records')(`withdrawnKind.${tombstone.kind}`);
    return (
      <>
        <Head
          title={title}
          description={title}
          path={`/${segmentOf(kind)}/${slug}`}
          language={language}
          status={410}
          hidden
        />
        <WithdrawnCard tombstone={tombstone} asOf={asOf} />
      </>
    );
  }
  const { record } = answer;
  const path = board === null ? hrefOf(record) : boardPath(board.record);
  return (
    <>
      <Head title={record.title} description={record.title} path={path} language={language} hidden />
      <Card record={record} board={board} asOf={asOf} />
    </>
  );
}
