'use client';

import { useQuery } from '@tanstack/react-query';
import { blankContent } from '@rapporteur/domain/content/blank';
import { mergeRecord, resolveRecord, type MergedRecord, type RecordText } from '@rapporteur/domain/merge/merge-record';
import type { Choice } from '@rapporteur/domain/merge/conflict';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { api, type Answers } from '../../client/api';
import { useStore } from '../draft/context';
import type { Draft } from '../draft/draft';
import { editable } from './choose-text';
import { ConflictRow } from './conflict-row';
import { joinTelling, type Telling } from './join-telling';
import { keepApart } from './keep-apart';
import type { Keeper } from './keeper';
import { timeOf } from './status';

interface Props {
  id: string;
  keeper: Keeper;
  /** Whose text it is: what they saved themselves in another window is not told as a colleague's. */
  userId: string;
  /** Told what was done, or null where the writer went back; `saved` where the editor shows what colleagues see. */
  done: (told: ReactNode, saved?: { draft: Draft; number: number }) => void;
}

/** Joins a draft with what somebody else has saved since it was begun: by itself where it can, field by field where not. */
export function MergeDialog({ id, keeper, userId, done }: Props) {
  const t = useTranslations('editor');
  const store = useStore();
  const [base] = useState(keeper.startedFrom);
  const [mine] = useState(store.draft);
  const { data, isError, refetch } = useQuery({
    queryKey: ['record.current', id, base],
    queryFn: ({ signal }) =>
      api.record.current.query(
        { id, baseRevision: base?.revision ?? null, baseVersion: base?.version ?? null },
        { signal },
      ),
    staleTime: 0,
    gcTime: 0,
  });
  const merged = data === undefined ? null : join(data);

  function join(current: Answers['record']['current']): MergedRecord {
    const text = (of: { content?: unknown; citations?: unknown }): RecordText => ({
      content: of.content,
      // Citations were parsed before they were saved.
      citations: of.citations as RecordText['citations'],
    });
    const began = current.base ?? { content: blankContent(store.kind), citations: [] };
    return mergeRecord(store.kind, text(began), text(current), mine);
  }
  const take = (result: MergedRecord) => {
    if (data === undefined) return;
    // The undo of this step is the text as it was before the merge.
    const theirs = tellingOf(data);
    const telling = joinTelling(keeper.begun, theirs, mine);
    keeper.rebase({ revision: data.revisionNumber, version: data.lockVersion }, theirs, () =>
      store.edit('joined', (draft) =>
        editable(store.kind, {
          ...draft,
          content: result.content as typeof draft.content,
          citations: result.citations,
          ...telling,
        }),
      ),
    );
    // A passage whose field one of the two took out has nothing to stand on: it is named, not lost without a word.
    const words = result.orphaned.map(({ passage }) => `“${passage.exact}”`).join(', ');
    const told = [data.savedBy.id === userId ? t('merge.joinedOwn') : t('merge.joined', { name: data.savedBy.name })];
    if (words !== '') told.push(t('merge.leftOut', { count: result.orphaned.length, words }));
    done(told.join(' '));
  };
  // The writer's text stands in a record of its own; here the text goes on that was saved. Undo brings their own back.
  const stepAside = (other: string) => {
    if (data === undefined) return;
    const theirs = tellingOf(data);
    const base = { revision: data.revisionNumber, version: data.lockVersion };
    const saved = { content: data.content, citations: data.citations, ...theirs } as Omit<Draft, 'slug' | 'pasted'>;
    keeper.rebase(base, theirs, () =>
      store.edit('kept apart', (draft) => editable(store.kind, { ...draft, ...saved })),
    );
    const { writing } = keeper;
    keeper.saved(store.draft, base, writing.sequence);
    // Where the desk does not answer, it offers the text once more: better than lost.
    void api.workingCopy.discard.mutate({ id, written: writing }).catch(() => undefined);
    done(
      t.rich('merge.apart', { other: (words) => <a href={`/records/${other}/edit`}>{words}</a> }),
      data.state === 'draft' ? { draft: store.draft, number: data.revisionNumber } : undefined,
    );
  };
  const clean = merged !== null && merged.conflicts.length === 0;
  useEffect(() => {
    if (clean && merged !== null) take(merged);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- joined once, when the answer is there
  }, [clean]);

  if (clean) return null;
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && done(null)}>
      <Modal className="dialog">
        <Dialog aria-label={t('merge.label')}>
          {isError ? (
            <div className="dialog-head">
              <h2>{t('merge.label')}</h2>
              <p>{t('merge.away')}</p>
              <button type="button" className="button" onClick={() => void refetch()}>
                {t('merge.again')}
              </button>
            </div>
          ) : data === undefined || merged === null ? (
            <div className="dialog-head">
              <h2>{t('merge.label')}</h2>
              <span className="ghost" />
            </div>
          ) : (
            <Decide
              merged={merged}
              current={data}
              own={data.savedBy.id === userId}
              take={take}
              apart={(idempotencyKey) => keepApart(store.kind, mine, idempotencyKey)}
              stepAside={stepAside}
              back={() => done(null)}
            />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A draft says what its change is; of what comes after a public revision nothing is said yet. */
const tellingOf = ({ state, change, changeSaid, note }: Answers['record']['current']): Telling =>
  state === 'draft'
    ? { change: changeSaid ? (change as Telling['change']) : null, note }
    : { change: null, note: null };

interface DecideProps {
  merged: MergedRecord;
  current: Answers['record']['current'];
  /** Whether the other text is this person's own, of another window. */
  own: boolean;
  take: (result: MergedRecord) => void;
  apart: (idempotencyKey: string) => ReturnType<typeof keepApart>;
  /** Told which record the writer's text is now. */
  stepAside: (other: string) => void;
  back: () => void;
}

function Decide({ merged, current, own, take, apart, stepAside, back }: DecideProps) {
  const t = useTranslations('editor');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keepMine = async () => {
    if (busy) return;
    setBusy(true);
    const kept = await apart(idempotencyKey);
    setBusy(false);
    if ('id' in kept) stepAside(kept.id);
    else setRefused(kept.refused ?? t('merge.away'));
  };
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const { conflicts } = merged;
  const decided = conflicts.filter(({ path }) => choices[path] !== undefined).length;
  const complete = decided === conflicts.length;
  const finish = () => complete && take(resolveRecord(merged, choices));
  const { name } = current.savedBy;
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
      }}
    >
      <div className="dialog-head">
        <h2>{own ? t('merge.titleOwn') : t('merge.title', { name })}</h2>
        <p>{t('merge.explain', { count: conflicts.length })}</p>
      </div>
      <table className="clash">
        <caption className="vh">{t('merge.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('merge.field')}</th>
            <th scope="col">
              <strong>{own ? t('merge.theirsOwn') : t('merge.theirs', { name })}</strong>{' '}
              {t('merge.savedAt', { number: current.revisionNumber, time: timeOf(Date.parse(current.savedAt)) })}
            </th>
            <th scope="col">
              <strong>{t('merge.mine')}</strong> {t('merge.notSaved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => (
            <ConflictRow
              key={conflict.path}
              conflict={conflict}
              choice={choices[conflict.path]}
              choose={(choice) => setChoices((before) => ({ ...before, [conflict.path]: choice }))}
            />
          ))}
        </tbody>
      </table>
      <div className="dialog-foot">
        <span role="status">
          <strong>{t('merge.decided', { decided, count: conflicts.length })}</strong>
        </span>
        <p className="field-error" role="alert">
          {refused}
        </p>
        <div className="bar-end">
          <button type="button" className="link-button" aria-disabled={busy} onClick={() => void keepMine()}>
            {t('merge.keepApart')}
          </button>
          <button type="button" className="button" onClick={back}>
            {t('merge.back')} <kbd>Esc</kbd>
          </button>
          <button type="button" className="button button--main" aria-disabled={!complete} onClick={finish}>
            {t('merge.take')} <kbd>Ctrl Enter</kbd>
          </button>
        </div>
      </div>
    </div>
  );
}
