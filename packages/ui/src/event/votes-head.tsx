import type { RecordLink } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { Crumbs, RecordHead } from '../record-head';
import { nameLanguage, titleOf } from '../record-link';
import { text } from '../text';
import { inSentence, kindName } from '../words';

/** Where a reader of the votes of an actor is, and what they are in a sentence. */
export function VotesHead({ record, children }: { record: RecordLink; children: ReactNode }) {
  const t = text('lists');
  const here = t('related.votes');
  return (
    <>
      <Crumbs kind="actor" here={here} parent={record} />
      <RecordHead
        kind="actor"
        tag={t('related.tag', { kind: kindName('actor'), list: inSentence(here) })}
        title={<span {...nameLanguage(record)}>{titleOf(record)}</span>}
      >
        <p className="standfirst">{children}</p>
      </RecordHead>
    </>
  );
}
