import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { text } from '../../../../i18n/text';
import { Words } from '../../../../i18n/words';
import { Finished } from '../../../../intake/finished';
import { Review } from '../../../../intake/review';
import { Unread } from '../../../../intake/unread';
import { attempt } from '../../../attempt';
import { ProblemNotice } from '../../../problem-notice';
import { desk, meOf } from '../../../session';
import { ApiProvider } from '../../../../client/provider';

const t = text('intake');

interface Props {
  params: Promise<{ id: string }>;
}

const itemOf = cache(async (id: string) => {
  const { call } = await desk();
  return attempt(() => call.intake.get({ id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const answer = await itemOf((await params).id);
  return { title: (answer.ok && answer.value.name) || t('title') };
}

/** One text: while it is read, how far it is; then what is proposed from it, for a person to decide; then what became of it. */
export default async function IntakeItemPage({ params }: Props) {
  const [{ id }, { call }, me] = await Promise.all([params, desk(), meOf()]);
  if (!me.may.includes('desk.read')) notFound();
  const answer = await itemOf(id);
  if (!answer.ok && (answer.problem.code === 'not_found' || answer.problem.code === 'invalid_input')) notFound();
  if (!answer.ok) {
    return (
      <main id="main" tabIndex={-1}>
        <h1>{t('title')}</h1>
        <ProblemNotice problem={answer.problem} />
      </main>
    );
  }
  const item = answer.value;
  if (item.state === 'finished' || item.state === 'discarded') return <Finished item={item} />;
  if (item.state !== 'suggested' || item.sha256 === null) return <Unread item={item} />;
  const [source, affected] = await Promise.all([
    call.source.text({ sha256: item.sha256 }),
    item.sourceOf === null ? { items: [] } : call.intake.affected({ id }),
  ]);
  return (
    <Words areas={['intake', 'editor', 'shell']}>
      <ApiProvider>
        <Review key={item.lockVersion} item={item} text={source.text} affected={affected.items} />
      </ApiProvider>
    </Words>
  );
}
