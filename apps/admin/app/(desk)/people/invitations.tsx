import type { Invitation } from '@rapporteur/api/admin/people-views';
import { word } from '@rapporteur/ui/words';
import { text } from '../../../i18n/text';
import { ActionForm } from '../../forms/action-form';
import { atTime } from '../../wording';
import { revokeInvitation } from './actions';

const t = text('people');

/** Who is invited and has not come yet. */
export function Invitations({ items }: { items: readonly Invitation[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{t('invite.open')}</h3>
      <ul className="things">
        {items.map(({ id, email, role, invitedBy, expiresAt }) => (
          <li key={id}>
            <span>
              <strong>{email}</strong> <span className="tag">{word(role)}</span>
              <br />
              {invitedBy !== null && t('invite.by', { name: invitedBy })}{' '}
              {t.rich('invite.until', { at: () => <time dateTime={expiresAt}>{atTime(expiresAt)}</time> })}
            </span>
            <ActionForm
              action={revokeInvitation}
              button={t('invite.revoke')}
              label={t('invite.revokeOne', { email })}
              hidden={{ id }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
