import type { BoardView } from '@rapporteur/domain/board/views';
import type { ProgrammeAround } from '@rapporteur/domain/programme/views';
import type { RecordView } from '@rapporteur/domain/views';
import type { VotesCast } from '@rapporteur/domain/vote-views';
import { CiteBox, type CitationFormat } from '../cite-box';
import { Notes } from '../notes';
import { Crumbs } from '../record-head';
import { ActorBody } from './actor';
import { ArticleBody } from './article';
import { CommitmentBody } from './commitment';
import { EventBody } from './event';
import { IssueBody } from './issue';
import { PositionBody } from './position';
import { ProgrammeBody } from './programme';
import { SourceBody } from './source';
import { StatementBody } from './statement';
import { ToldTitle } from '../told';
import { OtherLanguages } from '../translation-notice';

interface Props {
  record: RecordView;
  /** The formats in which this version can be cited; none where it has no permanent address yet. */
  citations?: readonly CitationFormat[];
  /** The positions on an issue or of an actor over time. */
  board?: BoardView | null;
  /** What stands around a programme. */
  around?: ProgrammeAround | null;
  /** The newest votes of an actor. */
  votes?: VotesCast | null;
}

/** The page of a record of any kind: its own body between what all pages share. */
export function RecordPage({ record, citations = [], ...beside }: Props) {
  return (
    <>
      <Crumbs kind={record.kind} here={<ToldTitle record={record} />} />
      <OtherLanguages record={record} />
      <RecordBody record={record} {...beside} />
      <CiteBox record={record} formats={citations} />
    </>
  );
}

/** What a page says of its record, and the passages that it rests on: the page without the frame that is around it. */
export function RecordBody(props: Omit<Props, 'citations'>) {
  return (
    <>
      <Body {...props} />
      <Notes citations={props.record.citations} />
    </>
  );
}

function Body({ record, board = null, around = null, votes = null }: Omit<Props, 'citations'>) {
  switch (record.kind) {
    case 'actor':
      return <ActorBody record={record} board={board} votes={votes} />;
    case 'article':
      return <ArticleBody record={record} />;
    case 'commitment':
      return <CommitmentBody record={record} />;
    case 'event':
      return <EventBody record={record} />;
    case 'issue':
      return <IssueBody record={record} board={board} />;
    case 'position':
      return <PositionBody record={record} />;
    case 'programme':
      return <ProgrammeBody record={record} around={around} />;
    case 'source':
      return <SourceBody record={record} />;
    case 'statement':
      return <StatementBody record={record} />;
  }
}
