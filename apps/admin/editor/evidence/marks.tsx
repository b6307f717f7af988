'use client';

import type { Citation } from '@rapporteur/domain/content/citation';
import { useTranslations } from 'next-intl';
import { Icon } from '../../app/shell/desk-icon';
import { useDraft, useEditor } from '../draft/context';
import { noteNumbers, passageKey } from '../draft/draft';
import { isPart } from '../draft/store';
import { usePane } from './pane-state';

interface Mark {
  note: number;
  citation: Citation;
}

/** The passages on which a field rests, as numbers that open them; and where one is missing, that it is. */
export function Rests({ pointer, small = false }: { pointer: string; small?: boolean }) {
  const t = useTranslations('editor');
  const citations = useDraft((draft) => draft.citations);
  const lacking = useEditor(({ findings }) => findings.unsupported.some((field) => isPart(field, pointer)));
  const focused = useEditor(({ focused }) => focused !== null && isPart(focused, pointer));
  const marks = marksOf(citations, pointer);
  if (marks.length === 0 && !lacking) return small ? null : <p className="rests" />;
  return (
    <p className={lacking ? 'rests rests--none' : 'rests'} id={`rests${pointer.replaceAll('/', '-')}`}>
      {marks.map((mark) => (
        <MarkButton key={`${mark.note} ${mark.citation.role}`} {...mark} />
      ))}
      {lacking && (
        <span>
          <Icon name="i-warn" />{' '}
          {small || !focused ? t('rests.none') : t.rich('rests.select', { key: (words) => <kbd>{words}</kbd> })}
        </span>
      )}
    </p>
  );
}

function MarkButton({ note, citation }: Mark) {
  const t = useTranslations('editor');
  const pane = usePane();
  const { role, passage } = citation;
  return (
    <button
      type="button"
      className={`ev ev--${role}`}
      aria-label={t('rests.mark', { note, role: t(`role.${role}`), words: shorten(passage.exact) })}
      onClick={() => pane.show(passage)}
    >
      {note}
    </button>
  );
}

/** One mark for each passage and role, in the order of their numbers. */
function marksOf(citations: readonly Citation[], pointer: string): Mark[] {
  const numbers = noteNumbers(citations);
  const marks = new Map<string, Mark>();
  for (const citation of citations) {
    if (!isPart(citation.field, pointer)) continue;
    const key = passageKey(citation.passage);
    marks.set(`${key} ${citation.role}`, { note: numbers.get(key) ?? 0, citation });
  }
  return [...marks.values()].toSorted((one, other) => one.note - other.note);
}

const shorten = (words: string) => (words.length > 80 ? `${words.slice(0, 77)}…` : words);
