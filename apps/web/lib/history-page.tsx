import { labelOf, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { RecordAnswer } from '@rapporteur/domain/views';
import { HistoryList } from '@rapporteur/ui/change-list';
import { RecordDifference } from '@rapporteur/ui/record-difference';
import { Crumbs, RecordHead } from '@rapporteur/ui/record-head';
import { hrefOf, titleOf } from '@rapporteur/ui/record-link';
import { VersionChooser } from '@rapporteur/ui/version-chooser';
import { notFound, permanentRedirect } from 'next/navigation';
import { publicApi } from './api';
import { Frame } from './frame';
import { orNotFound } from './list-page';
import { numberOf, slugOf } from './params';
import type { RecordParams } from './record-page';

const idOf = (answer: Exclude<RecordAnswer, { found: 'merged' }>) =>
  answer.found === 'live' ? answer.record.id : answer.tombstone.id;

/** Every public version of a record, with the reason for each. */
export const historyPage = (kind: Kind) =>
  async function Page({ params }: RecordParams) {
    const slug = slugOf((await params).slug);
    const api = await publicApi();
    const answer = await api.record.get({ kind, slug });
    if (answer === null) notFound();
    if (answer.found === 'merged') permanentRedirect(`${hrefOf(answer.into)}/history`);
    const history = await api.record.history({ id: idOf(answer) });
    if (history === null) notFound();
    const path = `/${segmentOf(kind)}/${slug}`;
    const title = titleOf(history.record);
    return (
      <Frame
        current={segmentOf(kind)}
        path={`${path}/history`}
        record={{ id: idOf(answer), path: `${path}/history` }}
        title={`History of ${title}`}
        description={`Every public version of ${title}, with the reason for each.`}
      >
        <Crumbs kind={kind} here="History" parent={{ href: path, title }} />
        <RecordHead kind={kind} tag={`${labelOf(kind)}, history`} title={title}>
          <p className="standfirst">
            Nothing is removed: every version keeps its address. A correction means we were wrong, an update that the
            world moved.
          </p>
        </RecordHead>
        <HistoryList publications={history.publications} path={path} />
        <p className="section">
          <a href={`/compare?page=${encodeURIComponent(path)}`}>Compare two days</a>
        </p>
      </Frame>
    );
  };

interface DiffParams extends RecordParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What two versions of a record say, side by side. Without numbers, the newest version and the one before it. */
export const diffPage = (kind: Kind) =>
  async function Page({ params, searchParams }: DiffParams) {
    const slug = slugOf((await params).slug);
    const query = await searchParams;
    const api = await publicApi();
    const answer = await api.record.get({ kind, slug });
    if (answer === null) notFound();
    if (answer.found === 'merged') permanentRedirect(`${hrefOf(answer.into)}/history`);
    const newest = answer.found === 'live' ? answer.record.revisionNumber : (answer.tombstone.revisionNumber ?? 1);
    const to = numberOf(query, 'to') ?? newest;
    const from = numberOf(query, 'from') ?? Math.max(1, to - 1);
    const [diff, history] = await Promise.all([
      orNotFound(api.record.diff({ id: idOf(answer), from, to })),
      api.record.history({ id: idOf(answer) }),
    ]);
    if (diff === null) notFound();
    const path = `/${segmentOf(kind)}/${slug}`;
    const title = titleOf(diff.record);
    return (
      <Frame
        current={segmentOf(kind)}
        path={`${path}/diff?from=${from}&to=${to}`}
        title={`${title}: version ${from} and version ${to}`}
        description={`What changed in ${title}.`}
        hidden
      >
        <Crumbs kind={kind} here={`Version ${from} and version ${to}`} parent={{ href: path, title }} />
        <RecordHead kind={kind} tag={`${labelOf(kind)}, compared`} title={title}>
          <p className="standfirst">{diff.to.note ?? `What version ${to} says that version ${from} did not.`}</p>
        </RecordHead>
        <VersionChooser action={`${path}/diff`} from={from} to={to} publications={history?.publications ?? []} />
        <RecordDifference diff={diff} />
        <p className="section">
          <a href={`${path}/history`}>Every version of this record</a>
        </p>
      </Frame>
    );
  };
