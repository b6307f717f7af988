'use client';

import type { Reference } from '@rapporteur/api/admin/reference';
import { blankContent } from '@rapporteur/domain/content/blank';
import { shapeOf, type FieldShape } from '@rapporteur/domain/content/shape';
import { newId } from '@rapporteur/domain/ids';
import { kindNames, type Kind } from '@rapporteur/domain/kinds';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { api, refusalOf } from '../../client/api';
import { isSound } from '../check/check';
import { StoreContext } from '../draft/context';
import { emptyDraft } from '../draft/draft';
import { EditorStore } from '../draft/store';
import { goToField } from '../fields/place';
import { FieldRow } from '../fields/row';
import { wideEditor } from '../kinds/registry';
import { storePasted } from '../saving/store-pasted';
import { CreateContext } from './create-context';

interface Props {
  kind: Kind;
  typed: string;
  done: (made: Reference | null) => void;
}

/** Makes a record that is missing, with what it cannot be without; everything else can be added to its draft later. */
export function CreateDialog({ kind, typed, done }: Props) {
  const t = useTranslations('editor');
  const [id] = useState(() => newId(kind));
  const [store] = useState(() => new EditorStore(kind, emptyDraft(withName(kind, typed)), 'new-'));
  const [problem, setProblem] = useState<string | null>(null);
  const making = useMutation({
    mutationFn: async (): Promise<Reference | null> => {
      if (kind === 'source' && store.draft.pasted.trim() !== '') await storePasted(store);
      const findings = store.tryToFinish();
      if (!isSound(findings)) {
        const [first] = [...findings.empty, ...findings.wrong.keys()];
        if (first !== undefined) goToField(first);
        return null;
      }
      const { content } = store.draft;
      await api.record.create.mutate({
        id,
        kind,
        content,
        citations: [],
        idempotencyKey: id,
      });
      const { items } = await api.reference.named.query({ ids: [id] });
      const [made] = items;
      if (made === undefined) throw new Error('a record that was made is not there');
      return made;
    },
    onSuccess: (made) => made !== null && done(made),
    onError: (error) => {
      const refusal = refusalOf(error);
      setProblem(refusal.away ? t('create.away') : refusal.message);
      if (refusal.away) return;
      store.refuse(refusal.issues);
    },
  });
  useEffect(() => {
    const [first] = store.get().findings.empty;
    if (first !== undefined) goToField(first);
  }, [store]);
  const fields = Object.entries(shapeOf(kind).fields).filter(([, shape]) => isNeeded(shape));
  const kindName = kindNames[kind].singular.toLowerCase();
  return (
    <ModalOverlay className="veil" isOpen isDismissable={false} onOpenChange={(open) => !open && done(null)}>
      <Modal className="dialog dialog--small">
        <Dialog aria-label={t('create.title', { kind: kindName })}>
          <div className="dialog-head">
            <h2>{t('create.title', { kind: kindName })}</h2>
            <p>{t('create.explain')}</p>
          </div>
          <StoreContext value={store}>
            {/* What is being made names only what is there already. */}
            <CreateContext value={undefined}>
              <div className="dialog-body">
                {fields.map(([name, shape]) => (
                  <FieldRow key={name} pointer={`/${name}`} shape={shape}>
                    {wideEditor(kind, `/${name}`, shape) ?? undefined}
                  </FieldRow>
                ))}
              </div>
            </CreateContext>
          </StoreContext>
          <div className="dialog-foot">
            <p role="status" className="icon-bad">
              {problem}
            </p>
            <div className="bar-end">
              <button type="button" className="button" onClick={() => done(null)}>
                {t('create.cancel')}
              </button>
              <button
                type="button"
                className="button button--main"
                aria-disabled={making.isPending}
                onClick={() => !making.isPending && making.mutate()}
              >
                {t('create.make', { kind: kindName })}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const isNeeded = (shape: FieldShape) => !shape.nullable && !(shape.form === 'list' && shape.least === 0);

/** A blank that has what was typed where its name belongs. */
function withName(kind: Kind, typed: string): Record<string, unknown> {
  const blank = blankContent(kind);
  if (kind === 'actor') return { ...blank, names: [{ text: typed, language: 'en', use: 'preferred' }] };
  if (kind === 'issue') return { ...blank, shortTitle: typed };
  if (kind === 'statement') return { ...blank, text: typed };
  return 'title' in blank ? { ...blank, title: typed } : blank;
}
