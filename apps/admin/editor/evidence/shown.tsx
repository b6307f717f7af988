'use client';

import { citationRoles, type Citation } from '@rapporteur/domain/content/citation';
import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useDraft, useStore } from '../draft/context';
import { noteNumbers, passageKey, recite, uncite } from '../draft/draft';
import { goToField } from '../fields/place';
import { usePaneState } from './pane-state';
import { PassageState } from './passage-state';

/** The passage that is looked at: its words, the fields that rest on it, and what can be done about that. */
export function ShownPassage() {
  const t = useTranslations('editor');
  const { shown } = usePaneState();
  const citations = useDraft((draft) => draft.citations);
  const uses = citations.flatMap((citation, at) => (passageKey(citation.passage) === shown ? [{ citation, at }] : []));
  const [first] = uses;
  if (first === undefined) return null;
  const note = noteNumbers(citations).get(shown ?? '') ?? 0;
  return (
    <section className="shown" aria-label={t('pane.evidence', { note })}>
      <blockquote>
        <mark className="passage">{first.citation.passage.exact}</mark>
      </blockquote>
      <PassageState passage={first.citation.passage} />
      <ul>
        {uses.map(({ citation, at }) => (
          <Use key={`${citation.field} ${citation.role}`} citation={citation} at={at} />
        ))}
      </ul>
    </section>
  );
}

function Use({ citation, at }: { citation: Citation; at: number }) {
  const t = useTranslations('editor');
  const store = useStore();
  const name = fieldName(citation.field);
  return (
    <li>
      <button type="button" className="link-button" onClick={() => goToField(citation.field)}>
        {name}
      </button>
      <select
        className="select"
        aria-label={t('pane.roleOf', { field: name })}
        value={citation.role}
        onChange={(event) => {
          const role = citationRoles.find((known) => known === event.target.value) ?? citation.role;
          store.edit('evidence', (draft) => recite(draft, at, { ...citation, role }));
        }}
      >
        {citationRoles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button"
        aria-label={t('pane.removeFrom', { field: name })}
        onClick={() => store.edit('evidence', (draft) => uncite(draft, at))}
      >
        {t('pane.remove')}
      </button>
    </li>
  );
}
