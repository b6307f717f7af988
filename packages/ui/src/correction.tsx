import { segmentOf } from '@rapporteur/domain/kinds';
import type { PublicationView, RecordDiff } from '@rapporteur/domain/views';
import { ActionTag, addressAfter } from './change-list';
import { Instant } from './dates';
import { sidesOf } from './record-difference';
import { hidden } from './hidden';
import { foreign, RecordLink } from './record-link';
import { text } from './text';
import { original } from '@rapporteur/domain/translation/languages';
import { fieldName } from './words';

/** A correction, with what it changed; a withdrawal has no difference, only its reason. */
export interface Corrected {
  publication: PublicationView;
  difference: RecordDiff | null;
}

// The fields that tell what was wrong; the page of the difference has all of them.
const shown = 3;

/** Where the record was wrong: what it said, what it says, and why. Nothing is removed. */
export function Corrections({ corrections }: { corrections: readonly Corrected[] }) {
  const t = text('changes');
  return (
    <ol className="log">
      {corrections.map(({ publication, difference }) => (
        <li key={publication.sequence} className="correction">
          <div className="when">
            <strong>
              <Instant value={publication.recordedAt} />
            </strong>
            {t('correction.change', { change: String(publication.sequence) })}
          </div>
          <div>
            <p className="type-line">
              <ActionTag action={publication.action} language={publication.language} />
            </p>
            <h3>
              <RecordLink record={publication.record} />
            </h3>
            <dl className="said-says">
              {difference === null ? null : <SaidAndSays difference={difference} />}
              <div>
                <dt>{t('log.why')}</dt>
                {publication.note === null ? (
                  <dd>{publication.withdrawn ? t('log.noteWithdrawn') : text('records')('correction.noNote')}</dd>
                ) : (
                  <dd {...foreign(original)}>{publication.note}</dd>
                )}
              </div>
            </dl>
          </div>
          <div className="affects">
            <Ways publication={publication} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function SaidAndSays({ difference: { changes, links } }: { difference: RecordDiff }) {
  const t = text('changes');
  const told = changes.filter(({ path, kind }) => kind === 'changed' && !path.startsWith('/citations'));
  return told.slice(0, shown).map((change) => {
    const { before, after } = sidesOf(change, links);
    return [
      <div key={`${change.path} before`}>
        <dt>{t('diff.said')}</dt>
        <dd className="read">{t.rich('correction.value', { field: fieldName(change.path), value: () => before })}</dd>
      </div>,
      <div key={`${change.path} after`} className="says">
        <dt>{t('diff.says')}</dt>
        <dd className="read">{t.rich('correction.value', { field: fieldName(change.path), value: () => after })}</dd>
      </div>,
    ];
  });
}

function Ways({
  publication: { record, revisionNumber, recordedAt, action, sequence, withdrawn },
}: {
  publication: PublicationView;
}) {
  const page = `/${segmentOf(record.kind)}/${encodeURIComponent(record.slug)}`;
  const t = text('changes');
  const of = { change: String(sequence), hidden };
  return (
    <ul>
      {action !== 'correct' || revisionNumber === null || withdrawn ? null : (
        <li>
          <a href={`${page}/diff?to=${revisionNumber}`}>{t.rich('correction.before', of)}</a>
        </li>
      )}
      <li>
        <a href={`${page}/history`}>{t.rich('correction.every', of)}</a>
      </li>
      <li>
        <a href={addressAfter(recordedAt, '/')}>{t.rich('correction.whole', of)}</a>
      </li>
    </ul>
  );
}

const kindsOfChange = ['correction', 'update', 'wording', 'translation', 'withdrawal'] as const;

/** What each kind of change means, in the words of the editors. */
export function KindsOfChange() {
  const t = text('changes');
  return (
    <dl className="facts kinds-of-change">
      {kindsOfChange.map((kind) => (
        <div key={kind}>
          <dt>{t(`kinds.${kind}`)}</dt>
          <dd>{t(`kinds.${kind}Text`)}</dd>
        </div>
      ))}
    </dl>
  );
}
