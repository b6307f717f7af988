import { mostParts } from '@rapporteur/domain/source-parts';
import { original } from '@rapporteur/domain/translation/languages';
import { hrefOf } from '@rapporteur/ui/record-link';
import { partHref } from '@rapporteur/ui/source-parts';
import { TranslationNotice } from '@rapporteur/ui/translation-notice';
import { notFound, permanentRedirect } from 'next/navigation';
import { pageLanguage, publicApi } from './api';
import type { ListParams } from './list-page';
import { numberIn } from './misfits';
import { slugOf } from './params';
import { AnswerPage, type RecordParams } from './record-page';

/** The page of a source: one part of its text, where that is long. */
export async function sourcePage({ params, searchParams }: RecordParams & ListParams) {
  const slug = slugOf((await params).slug);
  const { number, misfits } = numberIn(await searchParams, 'part');
  const part = number ?? 1;
  if (part > mostParts) notFound();
  const [api, language] = [await publicApi(), await pageLanguage()];
  const answer = await api.record.source({ slug, part, language: language === original ? null : language });
  if (answer === null) notFound();
  if (answer.found === 'merged') permanentRedirect(hrefOf(answer.into));
  if (answer.found === 'withdrawn') return <AnswerPage answer={answer} path={`/sources/${slug}`} />;
  const { record } = answer;
  const last = Math.max(1, ...record.texts.map(({ parts }) => parts));
  // Passages alone are shown at once where they are few, and each leads here by the part in which it would be.
  if (part > 1 && last === 1 && record.texts.every(({ text }) => text === null)) permanentRedirect(hrefOf(record));
  if (part > last) notFound();
  return (
    <AnswerPage
      answer={answer}
      path={partHref(`/sources/${slug}`, part)}
      misfits={misfits}
      notice={<TranslationNotice record={record} />}
    />
  );
}
