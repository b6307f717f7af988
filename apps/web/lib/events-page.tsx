import { everyActor } from '@rapporteur/domain/region/actor-filter';
import { eventsAddress, readEvents } from '@rapporteur/ui/event/address';
import { EventsView } from '@rapporteur/ui/event/events-view';
import { text } from '@rapporteur/ui/text';
import { kindName } from '@rapporteur/ui/words';
import { actorNamed } from './actor-named';
import { publicApi } from './api';
import { citedAnswer, CiteQuestion } from './cite-question';
import { Frame } from './frame';
import { orNotFound, type ListParams } from './list-page';
import { readFrom } from './misfits';
import { withNames } from './names';
import { textOf } from './params';

/** How many events a page holds. */
const limit = 50;

/** The list of events, all of them or what is asked for. */
export async function eventsPage({ searchParams }: ListParams) {
  const query = await searchParams;
  const { misfits, ...asked } = readEvents((name) => textOf(query, name));
  const api = await publicApi();
  const { actor, unnamed } = await withNames(await actorNamed(api, asked.who));
  const known = { ...asked, who: actor?.slug ?? null };
  const isPlain = eventsAddress(known) === '/events';
  const filter = { ...asked.filter, actor: actor?.id ?? null };
  const [{ page, after, misfits: noPlace }, issues, cited] = await Promise.all([
    orNotFound(readFrom(textOf(query, 'after'), (from) => api.event.list({ filter, after: from, limit }))),
    api.event.issues({}).then(withNames),
    isPlain ? citedAnswer({ of: 'list', kind: 'event', ...everyActor }) : null,
  ]);
  const list = await withNames(page);
  const many = kindName('event', 'many');
  return (
    <Frame
      current="events"
      path={eventsAddress(known)}
      title={many}
      description={text('lists')('description', { kinds: many })}
      hidden={Object.keys(query).length > 0}
      misfits={[...misfits, ...noPlace]}
    >
      <EventsView list={list} issues={issues} asked={known} after={after} who={actor} unnamed={unnamed} />
      {cited === null ? null : <CiteQuestion cited={cited} about={[]} />}
    </Frame>
  );
}
