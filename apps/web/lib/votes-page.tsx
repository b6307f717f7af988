import { hrefOf, titleOf } from '@rapporteur/ui/record-link';
import { VotePage } from '@rapporteur/ui/record/votes';
import { text } from '@rapporteur/ui/text';
import { permanentRedirect } from 'next/navigation';
import { publicApi } from './api';
import { Frame } from './frame';
import { orNotFound, type ListParams } from './list-page';
import { withNames } from './names';
import { slugOf, textOf } from './params';
import type { RecordParams } from './record-page';

/** How many votes a page holds. */
const limit = 50;

/** Every vote in which the choice of an actor is on record. */
export async function votesPage({ params, searchParams }: RecordParams & ListParams) {
  const slug = slugOf((await params).slug);
  const after = textOf(await searchParams, 'after');
  const list = await withNames(await orNotFound((await publicApi()).related.votes({ slug, after, limit })));
  // The page of the actor says what became of one that is not public.
  if (list === null) return permanentRedirect(`/actors/${slug}`);
  const path = `${hrefOf(list.record)}/votes`;
  const title = titleOf(list.record);
  const t = text('lists');
  const name = t('related.votes');
  return (
    <Frame
      current="actors"
      path={path}
      title={t('related.title', { list: name, title })}
      description={t('related.description.actor', { list: name, title })}
      hidden={after !== null}
    >
      <VotePage list={list} path={path} after={after} />
    </Frame>
  );
}
