'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { api } from '../../client/api';
import { useStore } from '../draft/context';
import { editable } from './choose-text';
import type { Draft } from '../draft/draft';
import type { Keeper } from './keeper';
import { timeOf } from './status';

/** When another window of the same person has written on: which of the two texts goes on is theirs to say. */
export function Elsewhere({ id, keeper }: { id: string; keeper: Keeper }) {
  const t = useTranslations('editor');
  const store = useStore();
  const { state } = useSyncExternalStore(keeper.subscribe, keeper.get);
  const { data: other } = useQuery({
    queryKey: ['workingCopy.get', id, state],
    queryFn: ({ signal }) => api.workingCopy.get.query({ id }, { signal }),
    enabled: state === 'elsewhere',
    staleTime: 0,
  });
  if (state !== 'elsewhere' || !other) return null;
  return (
    <div className="kept-notice" role="alert">
      <p>{t('elsewhere.there', { time: timeOf(Date.parse(other.updatedAt)) })}</p>
      <button type="button" className="button" onClick={() => keeper.takeOver(other)}>
        {t('elsewhere.mine')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          // This window's text is one undo away.
          const draft: Draft = {
            content: other.content as Draft['content'],
            citations: other.citations as Draft['citations'],
            slug: other.slug,
            change: other.change,
            note: other.note,
            pasted: other.pasted,
          };
          keeper.takeOver(other);
          // On its own base: saved on this window's, it would take back what was saved in between.
          const change = () => store.edit('from another window', () => editable(store.kind, draft));
          if (other.baseRevision === null || other.baseVersion === null) change();
          else keeper.rebase({ revision: other.baseRevision, version: other.baseVersion }, null, change);
        }}
      >
        {t('elsewhere.theirs')}
      </button>
    </div>
  );
}
