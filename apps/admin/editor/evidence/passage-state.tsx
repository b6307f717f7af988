'use client';

import { reanchor, type Reanchored } from '@rapporteur/domain/anchor';
import type { Citation } from '@rapporteur/domain/content/citation';
import { passageFits } from '@rapporteur/domain/passage';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { api } from '../../client/api';
import { Icon } from '../../app/shell/desk-icon';
import { useStore } from '../draft/context';
import { passageKey } from '../draft/draft';

type Passage = Citation['passage'];

/** What became of a passage in the newest version of its source. Nothing is anchored anew before somebody says so. */
function usePassageState(passage: Passage): Reanchored | 'lost' | undefined {
  const queries = useQueryClient();
  const textOf = (sha256: string) =>
    queries.fetchQuery({
      queryKey: ['source.text', sha256],
      queryFn: () => api.source.text.query({ sha256 }),
      staleTime: Infinity,
    });
  const { data } = useQuery({
    queryKey: ['passage', passageKey(passage), passage.exact],
    queryFn: async () => {
      const { versions } = await api.source.get.query({ id: passage.source });
      const newest = versions.at(-1)?.sha256 ?? passage.sha256;
      const own = await textOf(passage.sha256);
      if (!passageFits(passage, own.text)) return 'lost' as const;
      return newest === passage.sha256
        ? ({ state: 'verified', selector: passage } as const)
        : reanchor(passage, (await textOf(newest)).text, newest);
    },
  });
  return data;
}

export function PassageState({ passage }: { passage: Passage }) {
  const t = useTranslations('editor');
  const store = useStore();
  const became = usePassageState(passage);
  if (became === undefined) return null;
  if (became === 'lost') {
    return (
      <p className="icon-bad">
        <Icon name="i-x" /> {t('pane.lost')}
      </p>
    );
  }
  const { state } = became;
  const newer = 'selector' in became && became.selector.sha256 !== passage.sha256 ? became.selector : null;
  return (
    <p className={state === 'verified' ? 'icon-good' : state === 'gone' ? 'icon-bad' : 'icon-warn'}>
      <Icon name={state === 'verified' ? 'i-check' : 'i-warn'} /> {word(state)}
      {became.state === 'changed' && became.near !== null && <q>{became.near.exact}</q>}
      {newer !== null && (
        <button
          type="button"
          className="button"
          onClick={() =>
            store.edit('evidence', (draft) => ({
              ...draft,
              citations: draft.citations.map((citation) =>
                passageKey(citation.passage) === passageKey(passage)
                  ? { ...citation, passage: { ...newer, source: passage.source } }
                  : citation,
              ),
            }))
          }
        >
          {t('pane.useNewer')}
        </button>
      )}
    </p>
  );
}
