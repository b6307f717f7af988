'use client';

import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { Avatar } from '../../app/shell/avatar';
import { useOthers } from './others';

/** Who else has this record open, one avatar for each person, and where they are. */
export function OthersPresent({ clientId }: { clientId: string }) {
  const t = useTranslations('editor');
  const others = useOthers().filter((other) => other.clientId !== clientId);
  const people = [...new Map(others.filter(({ self }) => !self).map((other) => [other.userId, other])).values()];
  const own = others.find(({ self, field }) => self && field !== null) ?? others.find(({ self }) => self);
  return (
    <span className="present" role="status">
      {people.map(({ userId, name }) => (
        <Avatar key={userId} id={userId} name={name} small />
      ))}
      {people.map(({ userId, name, field }) => (
        <span key={userId}>
          {field === null ? t('presence.open', { name }) : t('presence.at', { name, field: fieldName(field) })}
        </span>
      ))}
      {own !== undefined && (
        <span>{own.field === null ? t('presence.self') : t('presence.selfAt', { field: fieldName(own.field) })}</span>
      )}
    </span>
  );
}
