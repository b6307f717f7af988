'use client';

import { proposalSchemas } from '@rapporteur/domain/intake/proposal';
import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { shapeOfSchema, type FieldShape } from '@rapporteur/domain/content/shape';
import { formatEdtf } from '@rapporteur/domain/edtf';
import { silence, word } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../app/shell/desk-icon';
import { orderOf, type FieldName } from './field-order';
import { calledIn } from './names';

interface Props {
  one: SuggestionView;
  suggestions: readonly SuggestionView[];
  named: Readonly<Record<string, string>>;
}

/** What is proposed, field by field. What a record needs and the text does not say is said to be missing. */
export function ProposalFields({ one, suggestions, named }: Props) {
  const t = useTranslations('intake');
  const shape = shapeOfSchema(proposalSchemas[one.kind]);
  const fields = shape.form === 'group' ? shape.fields : {};
  const rows = orderOf(one.kind).flatMap(({ name, needed }): { name: FieldName; value: ReactNode }[] => {
    const field = fields[name];
    const value = name === 'claims' ? claimsBeside(one.payload) : one.payload[name];
    if (field === undefined) return [];
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    if (isEmpty) return needed ? [{ name, value: <em>{silence()}</em> }] : [];
    return [{ name, value: <Value field={field} value={value} suggestions={suggestions} named={named} /> }];
  });
  const risen = suggestions.filter(
    ({ kind, payload, decision }) =>
      kind === 'position' && payload['statement'] === `#${one.number}` && decision !== 'rejected',
  );
  return (
    <dl className="proposal-fields">
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{t(`field.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {risen.map((position) => (
        <div key={position.id}>
          <dt>{t('givesRiseTo')}</dt>
          <dd>
            {word(String(position.payload['stance']))} <Icon name="i-link" />{' '}
            <em>{t('proposalNumber', { number: position.number })}</em>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The claims that tell more than what was said: those with a question, and reasons. */
const claimsBeside = ({ text, claims }: SuggestionView['payload']): unknown[] =>
  (Array.isArray(claims) ? (claims as { text: string; issue: string | null }[]) : []).filter(
    (claim) => claim.issue !== null || claim.text !== text,
  );

interface ValueProps extends Omit<Props, 'one'> {
  field: FieldShape;
  value: unknown;
}

function Value({ field, value, suggestions, named }: ValueProps): ReactNode {
  const t = useTranslations('intake');
  if (field.form === 'list' && Array.isArray(value)) {
    return (
      <ul>
        {value.map((item: unknown) => (
          <li key={JSON.stringify(item)}>
            <Value field={field.item} value={item} suggestions={suggestions} named={named} />
          </li>
        ))}
      </ul>
    );
  }
  if (field.form === 'group' && typeof value === 'object' && value !== null) {
    const { text, role, issue, scheme, value: code } = value as Record<string, string | null>;
    if (scheme !== undefined) return `${word(scheme ?? '')}: ${code}`;
    return (
      <>
        {role === 'reason' && <em>{t('reason')} </em>}
        {text}
        {issue !== null && issue !== undefined && (
          <>
            {' '}
            <Name name={issue} suggestions={suggestions} named={named} />
          </>
        )}
      </>
    );
  }
  if (typeof value !== 'string') return null;
  if (field.form === 'reference') return <Name name={value} suggestions={suggestions} named={named} />;
  if (field.form === 'choice') return word(value);
  return field.form === 'date' ? formatEdtf(value, { style: 'short' }) : value;
}

function Name({ name, suggestions, named }: { name: string } & Omit<Props, 'one'>) {
  const t = useTranslations('intake');
  const { title, proposal, rejected } = calledIn(name, suggestions, named);
  if (proposal === null) {
    return (
      <a href={`/records/${name}`} target="_blank" rel="noreferrer">
        {title}
      </a>
    );
  }
  return (
    <>
      {title} <Icon name="i-link" />{' '}
      <em>{t(rejected ? 'proposalRejected' : 'proposalNumber', { number: proposal })}</em>
    </>
  );
}
