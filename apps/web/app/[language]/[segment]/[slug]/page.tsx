import { kindOfSegment } from '@rapporteur/domain/kinds';
import { language } from '@rapporteur/domain/translation/languages';
import { hrefIn, hrefOf } from '@rapporteur/ui/record-link';
import { TranslationNotice } from '@rapporteur/ui/translation-notice';
import { notFound, permanentRedirect, redirect } from 'next/navigation';
import { publicApi } from '../../../../lib/api';
import { slugOf } from '../../../../lib/params';
import { AnswerPage } from '../../../../lib/record-page';

export const dynamic = 'force-dynamic';

/** A record in another language. Where it is not translated, or not any more, readers are led to the original. */
export default async function TranslatedPage({
  params,
}: {
  params: Promise<{ language: string; segment: string; slug: string }>;
}) {
  const asked = await params;
  const known = language.safeParse(asked.language);
  const kind = kindOfSegment(asked.segment);
  if (!known.success || kind === null) notFound();
  const answer = await (await publicApi()).translation.get({ kind, slug: slugOf(asked.slug), language: known.data });
  if (answer === null) notFound();
  if (answer.found === 'merged') permanentRedirect(hrefIn(known.data, answer.into));
  if (answer.found === 'untranslated') redirect(hrefOf(answer.record));
  const path = hrefIn(known.data, answer.found === 'live' ? answer.record : answer.tombstone);
  const notice = answer.found === 'live' ? <TranslationNotice record={answer.record} /> : null;
  return <AnswerPage answer={answer} path={path} notice={notice} />;
}
