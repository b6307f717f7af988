'use client';

import './no-eval';
import { kindNames } from '@rapporteur/domain/kinds';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ApiProvider } from '../client/provider';
import { Icon } from '../app/shell/desk-icon';
import { AskedForChanges } from './asked';
import { ChangeKind } from './change';
import { StoreContext, useDraft, useEditor } from './draft/context';
import type { Draft } from './draft/draft';
import type { EditorStore } from './draft/store';
import { workingTitle } from './draft/title';
import { untold } from './draft/untold';
import { EvidencePane } from './evidence/pane';
import { Gate, placeOf } from './evidence/gate';
import { PaneContext } from './evidence/pane-state';
import { goToField } from './fields/place';
import { RecordForm } from './form';
import { useSingleKeys } from '../app/shell/single-keys';
import { CommentThreads } from './comments/threads';
import { OtherThreads } from './comments/other-threads';
import { KeyStrip } from './key-strip';
import { commandOf, singleKeys } from './keys';
import { usePreview } from './preview';
import { KeptNotice } from './saving/kept-notice';
import type { Opening } from './opening';
import { OthersPresent } from './presence/others-present';
import { Presence } from './presence/others';
import { ReferenceBook, useBook } from './reference/book';
import { CreateProvider } from './reference/create-provider';
import { isStale } from './saving/choose-text';
import { saveRecord, submitRecord, type Saved } from './saving/commands';
import { Elsewhere } from './saving/elsewhere';
import type { Keeper } from './saving/keeper';
import { SavedState } from './saving/status';
import { begin, type Session } from './session';

/** Needed only when somebody else has saved; brings the merging of texts. */
const MergeDialog = dynamic(() => import('./saving/merge-dialog').then((module) => module.MergeDialog), { ssr: false });
/** Needed only where another window has left a text in this browser. */
const OtherTexts = dynamic(() => import('./saving/other-texts').then((module) => module.OtherTexts), { ssr: false });

/** The editor of a record of any kind: its fields, its evidence, and the safety of what is typed. */
export function RecordEditor({ opening }: { opening: Opening }) {
  const [session] = useState(() => begin(opening));
  useEffect(() => session.keeper.resume(), [session]);
  return (
    <ApiProvider>
      <StoreContext value={session.store}>
        <PaneContext value={session.pane}>
          <ReferenceBook>
            <CreateProvider>
              <Presence id={opening.id} clientId={session.clientId}>
                <Screen opening={opening} session={session} />
              </Presence>
            </CreateProvider>
          </ReferenceBook>
        </PaneContext>
      </StoreContext>
    </ApiProvider>
  );
}

function Screen({
  opening,
  session: { store, pane, keeper, chosen, clientId, local },
}: {
  opening: Opening;
  session: Session;
}) {
  const t = useTranslations('editor');
  const router = useRouter();
  const { id, kind } = opening;
  const { known } = useBook();
  const title = useDraft((draft) => workingTitle(kind, draft.content, (other) => known.get(other)?.title));
  const [saved, setSaved] = useState<{ draft: Draft; number: number } | null>(() =>
    opening.saved !== null && opening.saved.state === 'draft' && chosen.from === 'saved'
      ? { draft: store.draft, number: opening.saved.base.revision }
      : null,
  );
  const draft = useDraft((now) => now);
  const [said, setSaid] = useState<ReactNode>(null);
  const [merging, setMerging] = useState(() => isStale(chosen.base, opening.saved));
  const busy = useRef(false);
  const [tries] = useState(() => new Map<Draft, string>());

  const tell = (
    outcome: Saved | { kind: 'conflict' | 'away' | 'incomplete' } | { kind: 'refused'; message: string },
  ) => {
    if (outcome.kind === 'saved') {
      setSaved({ draft: outcome.draft, number: outcome.base.revision });
      setSaid(null);
    } else if (outcome.kind === 'conflict') setMerging(true);
    else if (outcome.kind === 'refused') setSaid(outcome.message);
    else setSaid(t(`told.${outcome.kind}`));
    if (outcome.kind === 'incomplete') goToFirstFault(store);
  };
  const once = async (run: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await run();
    } finally {
      busy.current = false;
    }
  };
  const save = () =>
    void once(async () => {
      if (saved?.draft !== store.draft) tell(await saveRecord({ id, store, keeper, tries }));
    });
  const submit = () =>
    void once(async () => {
      const { unsupported } = store.tryToFinish();
      const outcome = saved?.draft === store.draft ? null : await saveRecord({ id, store, keeper, tries });
      if (outcome !== null) tell(outcome);
      if (outcome !== null && outcome.kind !== 'saved') return;
      const [first] = unsupported;
      if (first !== undefined) {
        setSaid(t('told.unsupported'));
        document.querySelector<HTMLElement>('#gate-h')?.focus();
        return;
      }
      const lacking = untold(store.draft, opening.published);
      if (lacking !== null) {
        setSaid(t(`told.untold.${lacking}`));
        goToField(placeOf[lacking]);
        return;
      }
      const base = keeper.startedFrom;
      const refused = base === null ? null : await submitRecord(id, base, clientId);
      if (refused === null) router.push(`/records/${id}?done=submit`);
      else tell(refused);
    });
  const look = usePreview({
    id,
    site: opening.site,
    saved: async () => {
      if (saved?.draft === store.draft) return saved;
      const outcome = await saveRecord({ id, store, keeper, tries });
      tell(outcome);
      return outcome.kind === 'saved' ? { draft: outcome.draft, number: outcome.base.revision } : null;
    },
    refuse: (message) => setSaid(message ?? t('told.away')),
  });
  useKeys((event) => commandOf(event, store, { save, submit }));
  useSingleKeys(singleKeys(store, pane, look));
  useLeaving(keeper);
  const ready = useEditor(
    ({ findings: { empty, wrong, unsupported, astray }, history }) =>
      empty.length + wrong.size + unsupported.length + astray.length === 0 &&
      untold(history.now, opening.published) === null,
  );
  const base = useSavedText(saved?.draft ?? opening.saved?.draft ?? null, keeper);
  const savedAs = saved?.draft === draft ? saved.number : null;
  const name = title === '' ? t('untitled', { kind: kindNames[kind].singular.toLowerCase() }) : title;
  return (
    <>
      <header className="bar bar--editor">
        <nav className="crumbs" aria-label={t('where')}>
          <ol>
            <li>
              <a href={`/?kind=${kind}`}>{kindNames[kind].plural}</a>
            </li>
            <li aria-current="page">
              <h1>{name}</h1>
            </li>
          </ol>
        </nav>
        <span className="tag">
          {saved !== null || opening.saved?.state === 'draft'
            ? t('draft', { number: saved?.number ?? opening.saved?.base.revision ?? 1 })
            : opening.saved === null
              ? t('new')
              : t('version', { number: opening.saved.base.revision })}
        </span>
        <div className="bar-end">
          <SavedState keeper={keeper} savedAs={savedAs} />
          <OthersPresent clientId={clientId} />
          {opening.saved !== null && (
            <a className="button" href={`/records/${id}`}>
              <Icon name="i-history" /> {t('history')}
            </a>
          )}
          <button type="button" className="button" onClick={look}>
            <Icon name="i-eye" /> {t('preview')}
            <kbd className="single-key">V</kbd>
          </button>
          <button type="button" className="button" onClick={save}>
            {t('save')}
            <kbd>Ctrl S</kbd>
          </button>
          <button
            type="button"
            className="button button--main"
            aria-disabled={!ready}
            aria-describedby="gate-h"
            onClick={submit}
          >
            {t('submit')}
          </button>
        </div>
      </header>
      <p className="told" role="alert">
        {said}
      </p>
      {opening.asked !== null && <AskedForChanges asked={opening.asked} />}
      {/* Once it is saved there is nothing to go back from. */}
      {saved === null && <KeptNotice chosen={chosen} saved={opening.saved} />}
      {chosen.others.length > 0 && (
        <OtherTexts id={id} left={chosen.others} saved={opening.saved?.draft ?? null} local={local} keeper={keeper} />
      )}
      <Elsewhere id={id} keeper={keeper} />
      <CommentThreads id={id} saved={base}>
        <div className="editor">
          <main id="main" tabIndex={-1} className="editor-form">
            <h2>{name}</h2>
            <RecordForm />
          </main>
          <aside className="evidence-rail" aria-label={t('rail')}>
            <EvidencePane />
            <Gate published={opening.published} />
            {opening.published && <ChangeKind />}
            <OtherThreads />
          </aside>
        </div>
      </CommentThreads>
      <KeyStrip />
      {merging && (
        <MergeDialog
          id={id}
          keeper={keeper}
          userId={opening.userId}
          done={(told, now) => {
            setMerging(false);
            if (told !== null) setSaid(told);
            if (now !== undefined) setSaved(now);
          }}
        />
      )}
    </>
  );
}

/** The content that colleagues see, and the version of the record that holds it. */
function useSavedText(draft: Draft | null, keeper: Keeper): { content: Draft['content']; version: number } | null {
  const version = keeper.startedFrom?.version ?? null;
  return useMemo(
    () => (draft === null || version === null ? null : { content: draft.content, version }),
    [draft, version],
  );
}

function goToFirstFault(store: EditorStore): void {
  const { empty, wrong } = store.get().findings;
  const [first] = [...empty, ...wrong.keys()];
  if (first !== undefined) goToField(first);
}

function useKeys(find: (event: KeyboardEvent) => (() => void) | null): void {
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // A dialog that is open has the keys.
      if (document.querySelector('.veil, dialog[open]') !== null) return;
      const command = latest.current(event);
      if (command === null) return;
      event.preventDefault();
      command();
    };
    // Before the fields see it: their own undo would take back letters that the draft still has.
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, []);
}

/** A text is sent when its window is left or the connection comes back, and not only two seconds later. */
function useLeaving(keeper: Keeper): void {
  useEffect(() => {
    const send = () => {
      if (document.visibilityState === 'hidden' || navigator.onLine) void keeper.flush();
    };
    document.addEventListener('visibilitychange', send);
    addEventListener('online', send);
    return () => {
      document.removeEventListener('visibilitychange', send);
      removeEventListener('online', send);
    };
  }, [keeper]);
}
