import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import type { RecordLink } from '@rapporteur/domain/views';
import { hrefOf, titleOf } from '@rapporteur/ui/record-link';
import { MentionList, PassageUseList, PositionPage, StatementPage } from '@rapporteur/ui/related-list';
import { notFound, permanentRedirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { publicApi } from './api';
import { citedAnswer, CiteQuestion } from './cite-question';
import { Frame } from './frame';
import { orNotFound, type ListParams } from './list-page';
import { readFrom } from './misfits';
import { decoded, slugOf, textOf } from './params';
import type { RecordParams } from './record-page';
import { text } from '@rapporteur/ui/text';
import { withNames } from './names';

type Params = RecordParams & ListParams;
type Api = Awaited<ReturnType<typeof publicApi>>;
interface Asked {
  kind: Kind;
  slug: string;
  after: string | null;
  limit: number;
}

/** How many rows a page of a list of related records holds. */
const limit = 50;

/** A page of one list of related records. The page of the record says what became of one that is not public. */
function related<T extends { record: RecordLink }>(
  kind: Kind,
  part: 'statements' | 'positions' | 'mentions',
  read: (api: Api, asked: Asked) => Promise<T | null>,
  show: (list: T, at: { path: string; after: string | null }) => ReactNode,
) {
  return async function Page({ params, searchParams }: Params) {
    const slug = slugOf((await params).slug);
    const api = await publicApi();
    const { page, after, misfits } = await orNotFound(
      readFrom(textOf(await searchParams, 'after'), (from) => read(api, { kind, slug, after: from, limit })),
    );
    const list = await withNames(page);
    if (list === null) return permanentRedirect(`/${segmentOf(kind)}/${slug}`);
    const path = `${hrefOf(list.record)}/${part}`;
    const cited = await citedAnswer({ of: 'related', id: list.record.id, list: part });
    const title = titleOf(list.record);
    const t = text('lists');
    const name = t(`related.${part}`);
    return (
      <Frame
        current={segmentOf(kind)}
        path={path}
        title={t('related.title', { list: name, title })}
        description={t(`related.description.${kind}`, { list: name, title })}
        hidden={after !== null}
        misfits={misfits}
      >
        {show(list, { path, after })}
        <CiteQuestion cited={cited} about={[list.record]} />
      </Frame>
    );
  };
}

/** Every statement of an actor, on an issue, at an event or about a programme. */
export const statementsPage = (kind: Kind) =>
  related(
    kind,
    'statements',
    (api, asked) => api.related.statements(asked),
    (list, at) => <StatementPage list={list} {...at} />,
  );

/** Every position of an actor, on an issue, or on the issues of a programme. */
export const positionsPage = (kind: Kind) =>
  related(
    kind,
    'positions',
    (api, asked) => api.related.positions(asked),
    (list, at) => <PositionPage list={list} {...at} />,
  );

/** Every record that names one. */
export const mentionsPage = (kind: Kind) =>
  related(
    kind,
    'mentions',
    (api, asked) => api.related.mentions(asked),
    (list, at) => <MentionList list={list} {...at} />,
  );

/** One passage of a source, and everything that rests on it. */
export async function PassagePage({
  params,
  searchParams,
}: ListParams & { params: Promise<{ slug: string; passage: string }> }) {
  const { slug, passage: id } = await params;
  const after = textOf(await searchParams, 'after');
  const uses = await withNames(
    await orNotFound((await publicApi()).related.passageUses({ id: decoded(id), after, limit })),
  );
  if (uses === null || uses.passage.source.slug !== slugOf(slug)) notFound();
  const { source } = uses.passage;
  const t = text('lists');
  const path = `${hrefOf(source)}/passages/${uses.passage.id}`;
  return (
    <Frame
      current="sources"
      path={path}
      title={t('related.passageTitle', { title: titleOf(source) })}
      description={t('related.passageDescription', { text: uses.passage.exact })}
      hidden={after !== null}
    >
      <PassageUseList uses={uses} path={path} after={after} />
    </Frame>
  );
}
