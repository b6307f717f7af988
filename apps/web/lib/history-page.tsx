import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { RecordAnswer } from '@rapporteur/domain/views';
import { HistoryList } from '@rapporteur/ui/change-list';
import { RecordDifference } from '@rapporteur/ui/record-difference';
import { Crumbs, RecordHead } from '@rapporteur/ui/record-head';
import { foreign, hrefOf, nameLanguage, titleOf } from '@rapporteur/ui/record-link';
import { kindName } from '@rapporteur/ui/words';
import { original } from '@rapporteur/domain/translation/languages';
import { VersionChooser } from '@rapporteur/ui/version-chooser';
import { notFound, permanentRedirect } from 'next/navigation';
import { publicApi } from './api';
import { Frame } from './frame';
import { orNotFound } from './list-page';
import { numberOf, slugOf } from './params';
import type { RecordParams } from './record-page';
import { text } from '@rapporteur/ui/text';
import { withNames } from './names';

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
    const history = await withNames(await api.record.history({ id: idOf(answer) }));
    if (history === null) notFound();
    const path = `/${segmentOf(kind)}/${slug}`;
    const title = titleOf(history.record);
    const t = text('changes');
    return (
      <Frame
        current={segmentOf(kind)}
        path={`${path}/history`}
        record={{ id: idOf(answer), path: `${path}/history` }}
        title={t('history.title', { title })}
        description={t('history.description', { title })}
      >
        <Crumbs kind={kind} here={t('history.crumb')} parent={history.record} />
        <RecordHead
          kind={kind}
          tag={t('history.tag', { kind: kindName(kind) })}
          title={<span {...nameLanguage(history.record)}>{title}</span>}
        >
          <p className="standfirst">{t('history.lead')}</p>
        </RecordHead>
        <HistoryList publications={history.publications} path={path} />
        <p className="section">
          <a href={`/compare?page=${encodeURIComponent(path)}`}>{t('compare.title')}</a>
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
    const asked = numberOf(query, 'from');
    const [diff, history] = await Promise.all([
      orNotFound(api.record.diff({ id: idOf(answer), from: asked, to })).then(withNames),
      api.record.history({ id: idOf(answer) }),
    ]);
    if (diff === null) notFound();
    const from = diff.from.revisionNumber;
    const path = `/${segmentOf(kind)}/${slug}`;
    const title = titleOf(diff.record);
    const t = text('changes');
    const versions = { from: String(from), to: String(to) };
    return (
      <Frame
        current={segmentOf(kind)}
        path={`${path}/diff?from=${from}&to=${to}`}
        title={t('diff.title', { title, ...versions })}
        description={t('diff.description', { title })}
        hidden
      >
        <Crumbs kind={kind} here={t('diff.crumb', versions)} parent={diff.record} />
        <RecordHead
          kind={kind}
          tag={t('diff.tag', { kind: kindName(kind) })}
          title={<span {...nameLanguage(diff.record)}>{title}</span>}
        >
          {diff.to.note === null ? (
            <p className="standfirst">{t('diff.lead', versions)}</p>
          ) : (
            <p className="standfirst" {...foreign(original)}>
              {diff.to.note}
            </p>
          )}
        </RecordHead>
        <VersionChooser action={`${path}/diff`} from={from} to={to} publications={history?.publications ?? []} />
        <RecordDifference diff={diff} />
        <p className="section">
          <a href={`${path}/history`}>{t('diff.every')}</a>
        </p>
      </Frame>
    );
  };
