'use client';

import type { Choice, Conflict } from '@rapporteur/domain/merge/conflict';
import { joinTexts } from '@rapporteur/domain/merge/join-texts';
import { diffWords } from '@rapporteur/domain/diff-words';
import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ValueText } from './value-text';

interface Props {
  conflict: Conflict;
  choice: Choice | undefined;
  choose: (choice: Choice) => void;
}

/** One field that both sides changed: theirs, mine, or both, joined and open to editing. */
export function ConflictRow({ conflict, choice, choose }: Props) {
  const t = useTranslations('editor');
  const { path } = conflict;
  const joined = joinedText(conflict);
  const offersBoth = conflict.kind === 'value' && conflict.both;
  const option = (value: 'theirs' | 'mine', words: ReactNode) => (
    <td
      className={choice === value ? 'is-chosen' : ''}
      data-label={value === 'theirs' ? t('merge.theirsShort') : t('merge.mine')}
    >
      <label>
        <input type="radio" name={`clash${path}`} checked={choice === value} onChange={() => choose(value)} />
        <span>{words}</span>
      </label>
    </td>
  );
  const both = choice === 'both' || typeof choice === 'object';
  return (
    <>
      <tr>
        <th scope="row" rowSpan={offersBoth || joined !== null ? 2 : 1}>
          {fieldName(path)}
        </th>
        {option('theirs', <SideText conflict={conflict} side="theirs" />)}
        {option('mine', <SideText conflict={conflict} side="mine" />)}
      </tr>
      {(offersBoth || joined !== null) && (
        <tr className="merged">
          <td colSpan={2} className={both ? 'is-chosen' : ''}>
            <label>
              <input
                type="radio"
                name={`clash${path}`}
                checked={both}
                onChange={() => choose(joined === null ? 'both' : { text: joined })}
              />
              <span>
                <strong>{t('merge.both')}</strong> {joined !== null && <span className="hint">{t('merge.edit')}</span>}
              </span>
            </label>
            {joined !== null && (
              <textarea
                className="input input-read"
                aria-label={t('merge.joinedText', { field: fieldName(path) })}
                rows={2}
                value={typeof choice === 'object' ? choice.text : joined}
                onChange={(event) => choose({ text: event.target.value })}
              />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

/** Two texts joined, for somebody to look at and edit; null where the field is no text. */
function joinedText(conflict: Conflict): string | null {
  if (conflict.kind !== 'value' || !conflict.both) return null;
  const { base, theirs, mine } = conflict;
  if (typeof theirs !== 'string' || typeof mine !== 'string') return null;
  return joinTexts(typeof base === 'string' ? base : null, theirs, mine);
}

/** What a side says, with what it changed marked in texts. */
function SideText({ conflict, side }: { conflict: Conflict; side: 'theirs' | 'mine' }) {
  const t = useTranslations('editor');
  if (conflict.kind === 'order')
    return t('merge.order', { order: conflict[side].map((index) => index + 1).join(', ') });
  const value = conflict[side];
  if (value === undefined) return <em>{t('merge.removed')}</em>;
  const { base, both } = conflict;
  if (!both || typeof value !== 'string' || typeof base !== 'string') return <ValueText value={value} />;
  return (
    <span className="read">
      {diffWords(base, value).map(({ kind, text }, index) =>
        kind === 'same' ? text : kind === 'ins' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>,
      )}
    </span>
  );
}
