import { plainChoice } from '@rapporteur/domain/board/choice';
import { drawBoard } from '@rapporteur/domain/board/draw';
import type { BoardView } from '@rapporteur/domain/board/views';
import { formatPermalink } from '@rapporteur/domain/permalink';
import { original } from '@rapporteur/domain/translation/languages';
import type { RecordView, TombstoneView, ViewOf } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { boardPath } from '../board/address';
import { BoardRows, sizeOf } from '../board/board-rows';
import { Newest } from '../board/board-view';
import { BoardPatterns } from '../board/strip';
import { instantOf, When } from '../dates';
import { passageDate } from '../evidence-mark';
import { passageHref } from '../source-parts';
import { foreign, hrefOf, KindTag, Named, passageLanguage, RecordLink } from '../record-link';
import { spokenLocale } from '../speech';
import { ForceTag, ScopeTag } from '../terms';
import { text } from '../text';
import { Told, ToldTitle } from '../told';
import { passageShown } from './passage-shown';

/** How many provisions, and rows of a board, have room on a card. */
const shown = 6;
export const cardRows = 10;

interface Props {
  record: RecordView;
  /** What is held on an issue, or by an actor. */
  board: BoardView | null;
  /** The instant the record is read at, or null for today. */
  asOf: string | null;
}

/** A record on a card, to stand on pages of others: what it says, the passage it rests on, and where it is read whole. */
export function Card({ record, board, asOf }: Props) {
  const page = board === null ? hrefOf(record) : boardPath(board.record);
  return (
    <CardFrame
      kind={<KindTag kind={record.kind} />}
      asOf={asOf}
      foot={
        <>
          <a href={page}>{text('card')('read')}</a>
          <a href={formatPermalink(record.id, record.revisionNumber)}>
            {text('card')('version', {
              version: String(record.revisionNumber),
              when: instantOf(record.publishedAt, 'short'),
            })}
          </a>
        </>
      }
    >
      {record.kind === 'statement' ? (
        <Said record={record} />
      ) : (
        <h1>
          <a href={page}>
            <ToldTitle record={record} />
          </a>
        </h1>
      )}
      {record.kind === 'programme' ? <Provided record={record} /> : null}
      {board === null ? <ShownPassage record={record} /> : <Held board={board} />}
    </CardFrame>
  );
}

/** What stands on a card of a record that was withdrawn: that it was, and why. */
export function WithdrawnCard({ tombstone, asOf }: { tombstone: TombstoneView; asOf: string | null }) {
  const t = text('records');
  return (
    <CardFrame
      kind={<KindTag kind={tombstone.kind} />}
      asOf={asOf}
      foot={<a href={hrefOf(tombstone)}>{text('card')('read')}</a>}
    >
      <h1>{t(`tombstone.title.${tombstone.kind}`)}</h1>
      {tombstone.reason === '' ? null : <p {...foreign(original)}>{tombstone.reason}</p>}
    </CardFrame>
  );
}

function CardFrame({
  kind,
  asOf,
  children,
  foot,
}: {
  kind: ReactNode;
  asOf: string | null;
  children: ReactNode;
  foot: ReactNode;
}) {
  return (
    <main className="card" id="main">
      <p className="card-kind">
        {kind}
        {asOf === null ? null : <span>{text('card')('asOf', { when: instantOf(asOf, 'short') })}</span>}
      </p>
      {children}
      <footer className="card-foot">
        <a className="wordmark" href="/">
          Rapporteur
        </a>
        {foot}
      </footer>
    </main>
  );
}

function Said({ record }: { record: ViewOf<'statement'> }) {
  const { content, links } = record;
  return (
    <>
      <h1 className="card-said">
        <a href={hrefOf(record)}>
          <Told record={record} field="/text">
            {content.speech === 'direct' ? text('body')('quoted', { text: content.text }) : content.text}
          </Told>
        </a>
      </h1>
      <p className="card-by">
        <Named id={content.speaker} links={links} />
        {content.capacity === null ? null : (
          <>
            {', '}
            <Told record={record} field="/capacity">
              {content.capacity}
            </Told>
          </>
        )}
        . <When value={content.date} />
      </p>
    </>
  );
}

function Provided({ record }: { record: ViewOf<'programme'> }) {
  const { summary, provisions } = record.content;
  return (
    <>
      <p className="card-lead">
        <Told record={record} field="/summary">
          {summary}
        </Told>
      </p>
      {provisions.length === 0 ? null : (
        <ul className="card-provisions">
          {provisions.slice(0, shown).map(({ subject, scope, force }, index) => (
            <li key={index}>
              <Told record={record} field={`/provisions/${index}/subject`}>
                {subject}
              </Told>
              <span>
                <ScopeTag scope={scope} /> {force === null ? null : <ForceTag force={force} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      {provisions.length <= shown ? null : (
        <p className="hint">{text('card')('more', { count: provisions.length - shown })}</p>
      )}
    </>
  );
}

function Held({ board }: { board: BoardView }) {
  const drawn = drawBoard(board, { ...plainChoice, rows: 'each' }, spokenLocale());
  const t = text('board');
  const kind = board.record.kind === 'actor' ? 'actor' : 'issue';
  if (drawn.count === 0) return <p className="hint">{t('nothing.text')}</p>;
  return (
    <>
      <BoardPatterns size={sizeOf(drawn)} />
      <BoardRows drawn={drawn} caption={t(`caption.${kind}`)} rowName={t(`rowName.${kind}`)} />
      <Newest board={board} />
    </>
  );
}

function ShownPassage({ record }: { record: RecordView }) {
  const citation = passageShown(record);
  if (citation === null) return null;
  const { passage } = citation;
  return (
    <aside className="card-passage" aria-label={text('evidence')('card.passage')}>
      <blockquote {...passageLanguage(passage)}>
        <mark className="passage">{passage.exact}</mark>
      </blockquote>
      <p className="hint">
        <RecordLink record={passage.source} />, {passageDate(passage)}.{' '}
        <a href={passageHref(passage)}>{text('evidence')('card.read')}</a>
      </p>
    </aside>
  );
}
