'use client';

import type { PayloadOf } from '@rapporteur/domain/intake/proposal';
import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { NameField } from './name-field';

export type Claim = PayloadOf<'statement'>['claims'][number];

interface Props {
  label: string;
  claims: readonly Claim[];
  one: SuggestionView;
  suggestions: readonly SuggestionView[];
  named: Readonly<Record<string, string>>;
  onChange: (value: unknown) => void;
}

/** What a statement is taken to say, claim by claim, and on which question. */
export function Claims({ label, claims, onChange, ...context }: Props) {
  const t = useTranslations('intake');
  const id = useId();
  const change = (index: number, part: Partial<Claim>) =>
    onChange(claims.map((claim, at) => (at === index ? { ...claim, ...part } : claim)));
  return (
    <fieldset className="claims">
      <legend>{label}</legend>
      {claims.map((claim, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a claim is its place
        <div key={index} className="claim">
          <label className="vh" htmlFor={`${id}-${index}`}>
            {t('claimNumber', { number: index + 1 })}
          </label>
          <textarea
            id={`${id}-${index}`}
            className="input"
            rows={2}
            value={claim.text}
            onChange={(event) => change(index, { text: event.target.value })}
          />
          <select
            className="select"
            aria-label={t('claimRole', { number: index + 1 })}
            value={claim.role}
            onChange={(event) => change(index, { role: event.target.value as Claim['role'] })}
          >
            <option value="claim">{word('claim')}</option>
            <option value="reason">{word('reason')}</option>
          </select>
          <NameField
            {...context}
            label={t('claimIssue', { number: index + 1 })}
            kind="issue"
            chosen={claim.issue}
            onChange={(issue) => change(index, { issue: issue as string | null })}
          />
          {claims.length > 1 && (
            <button
              type="button"
              className="link-button"
              onClick={() => onChange(claims.filter((_, at) => at !== index))}
            >
              {t('removeClaim', { number: index + 1 })}
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
}
