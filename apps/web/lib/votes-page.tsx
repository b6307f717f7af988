import { readVotes, votesAddress } from '@rapporteur/ui/event/address';
import { ComparedView } from '@rapporteur/ui/event/compared-view';
import { VotesView } from '@rapporteur/ui/event/votes-view';
import { titleOf } from '@rapporteur/ui/record-link';
import { text } from '@rapporteur/ui/text';
import { permanentRedirect } from 'next/navigation';
import { actorNamed } from './actor-named';
import { publicApi } from './api';
import { Frame } from './frame';
import { orNotFound, type ListParams } from './list-page';
import { readFrom } from './misfits';
import { withNames } from './names';
import { slugOf, textOf } from './params';
import type { RecordParams } from './record-page';

/** How many votes a page holds. */
const limit = 50;

/** The votes in which the choice of an actor is on record, or those in which it and another differed. */
export async function votesPage({ params, searchParams }: RecordParams & ListParams) {
  const slug = slugOf((await params).slug);
  const query = await searchParams;
  const { misfits, ...asked } = readVotes((name) => textOf(query, name));
  const api = await publicApi();
  const { actor, unnamed } = await withNames(await actorNamed(api, asked.with));
  // Nobody is compared with themselves.
  const other = actor?.slug === slug ? null : actor;
  const [{ page, after, misfits: noPlace }, issues] = await Promise.all([
    orNotFound(
      readFrom(textOf(query, 'after'), async (from) => {
        const wanted = { slug, filter: asked.filter, after: from, limit };
        return other === null
          ? { list: await api.related.votes(wanted), compared: null }
          : { list: null, compared: await api.related.votesCompared({ ...wanted, with: other.id }) };
      }),
    ),
    api.event.issues({ type: 'vote' }).then(withNames),
  ]);
  const { list, compared } = await withNames(page);
  const record = list?.record ?? compared?.record;
  // The page of the actor says what became of one that is not public.
  if (record === undefined) return permanentRedirect(`/actors/${slug}`);
  const title = titleOf(record);
  const t = text('lists');
  const name = t('related.votes');
  const known = { ...asked, with: compared?.other.slug ?? null };
  return (
    <Frame
      current="actors"
      path={votesAddress(record, known)}
      title={t('related.title', { list: name, title })}
      description={t('related.description.actor', { list: name, title })}
      hidden={Object.keys(query).length > 0}
      misfits={[...misfits, ...noPlace]}
    >
      {compared !== null ? (
        <ComparedView compared={compared} issues={issues} asked={known} after={after} />
      ) : list !== null ? (
        <VotesView list={list} issues={issues} asked={known} after={after} unnamed={unnamed} />
      ) : null}
    </Frame>
  );
}
