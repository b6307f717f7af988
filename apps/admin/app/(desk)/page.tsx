import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { text } from '../../i18n/text';
import { filterOf, isFiltered, readAddress, type Query, type QueueAddress } from '../../queue/address';
import { Words } from '../../i18n/words';
import { Bar, titleOf } from '../../queue/bar';
import { Listing } from '../../queue/listing';
import { Narrowed } from '../../queue/narrowed';
import { UnsavedTexts } from '../../queue/unsaved';
import { QueueKeys } from '../../queue/queue-keys';
import { openReleases } from './releases/open';
import { attempt } from '../attempt';
import { ProblemNotice } from '../problem-notice';
import { countsOf, desk, meOf } from '../session';
import { Keys } from '../shell/keys';

const t = text('queue');

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: titleOf(readAddress(await searchParams)) };
}

type Call = Awaited<ReturnType<typeof desk>>['call'];

/** What waits at the desk, for whom, and every record there is: one list at a time, named by the address. */
export default async function QueuePage({ searchParams }: Props) {
  const { call } = await desk();
  // A reader has an account and nothing to work on.
  if (!(await meOf()).may.includes('desk.read')) redirect('/account');
  const address = readAddress(await searchParams);
  const now = new Date();
  const [me, counts, { items: colleagues }, { items: saved }, list, releases, unsaved] = await Promise.all([
    meOf(),
    countsOf(),
    call.work.colleagues({}),
    call.queue.savedViews({}),
    attempt(() => readList(call, address)),
    openReleases(),
    // Nobody narrows what they have not saved: it is shown with their own work.
    address.view === 'mine' && !isFiltered(address) ? call.workingCopy.mine({ limit: 20 }) : { items: [] },
  ]);
  return (
    <>
      <Bar address={address} counts={counts} saved={saved} colleagues={colleagues} />
      <main id="main" tabIndex={-1} className="flush">
        <Narrowed address={address} colleagues={colleagues} />
        <UnsavedTexts items={unsaved.items} now={now} />
        {list.ok ? (
          <Listing list={list.value} address={address} me={me} colleagues={colleagues} releases={releases} now={now} />
        ) : (
          <ProblemNotice problem={list.problem} />
        )}
      </main>
      <Words areas={['queue', 'shell']}>
        <QueueKeys />
      </Words>
      <Keys
        hints={[
          { keys: ['J', 'K'], does: t('key.move') },
          { keys: ['Enter'], does: t('key.open') },
          { keys: ['Space'], does: t('key.peek') },
          { keys: ['X'], does: t('key.choose') },
          { keys: ['T'], does: t('key.take') },
          { keys: ['S'], does: t('key.snooze') },
        ]}
        more={[
          { keys: ['F'], does: t('key.filter') },
          { keys: ['N'], does: t('key.new') },
        ]}
      />
    </>
  );
}

async function readList(call: Call, address: QueueAddress) {
  const query = { ...filterOf(address), sort: address.sort, direction: address.direction };
  return address.grouped ? call.queue.groups(query) : call.queue.list({ ...query, after: address.after, limit: 50 });
}
