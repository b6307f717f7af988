import type { Me } from '@rapporteur/api/admin/desk-views';
import type { QueueCounts } from '@rapporteur/api/admin/queue-views';
import { kindNames, kinds } from '@rapporteur/domain/kinds';
import { word } from '@rapporteur/ui/words';
import { text } from '../../i18n/text';
import { Wordmark } from '../wordmark';
import { Avatar } from './avatar';
import { Icon, type IconName } from './desk-icon';
import { actsOf } from './palette/acts';
import { OpenPalette } from './palette/open-palette';
import { RailLink } from './rail-link';
import { shownCount } from './shown-count';

/** How much waits in each list, and at the intake. */
type RailCounts = QueueCounts & { intake: number };

/** Where someone who is signed in can go, and who they are. */
export function Rail({ me, counts }: { me: Me; counts: RailCounts | null }) {
  const t = text('shell');
  const administers = me.may.includes('user.manage');
  return (
    <nav className="rail" aria-label={t('desk')}>
      <Wordmark />
      {counts !== null && (
        <>
          <OpenPalette acts={actsOf(t, me)} />
          <Lists counts={counts} seesJobs={me.may.includes('job.read')} />
        </>
      )}
      {administers && (
        <>
          <h2>{t('rail.administration')}</h2>
          <ul>
            <Item href="/people" icon="i-people" name={t('rail.people')} />
            <Item href="/audit" icon="i-history" name={t('rail.audit')} />
            <Item href="/webhooks" icon="i-link" name={t('rail.webhooks')} />
          </ul>
        </>
      )}
      <div className="rail-user">
        <Avatar name={me.name} id={me.id} />
        <span>
          <strong>{me.name}</strong>
          <br />
          {word(me.role)}
        </span>
        <span className="rail-user-acts">
          <RailLink href="/account">{t('account')}</RailLink>
          <form action="/sign-out" method="post">
            <button className="link-button" type="submit">
              {t('signOut')}
            </button>
          </form>
        </span>
      </div>
    </nav>
  );
}

function Lists({ counts, seesJobs }: { counts: RailCounts; seesJobs: boolean }) {
  const t = text('shell');
  return (
    <>
      <ul>
        <Item href="/" icon="i-queue" name={t('rail.queue')} count={counts.work} />
        <Item href="/intake" icon="i-inbox" name={t('rail.intake')} count={counts.intake} />
        <Item href="/?view=review" icon="i-eye" name={t('rail.review')} count={counts.review} />
        <Item href="/?view=scheduled" icon="i-clock" name={t('rail.scheduled')} count={counts.scheduled} />
        <Item href="/releases" icon="i-copy" name={t('rail.releases')} />
        <Item href="/?view=drifted" icon="i-warn" name={t('rail.evidence')} count={counts.drifted} />
        <Item href="/?view=translations" icon="i-history" name={t('rail.translations')} count={counts.translations} />
        {seesJobs && <Item href="/jobs" icon="i-clock" name={t('rail.jobs')} />}
      </ul>
      <h2>{t('rail.records')}</h2>
      <ul>
        {kinds.map((kind) => (
          <Item key={kind} href={`/?view=all&kind=${kind}`} icon={`i-${kind}`} name={kindNames[kind].plural} />
        ))}
      </ul>
    </>
  );
}

interface ItemProps {
  href: string;
  icon: IconName;
  name: string;
  count?: number;
}

function Item({ href, icon, name, count = 0 }: ItemProps) {
  return (
    <li>
      <RailLink href={href}>
        <Icon name={icon} />
        <span>{name}</span>
        {count > 0 && <span className="count">{shownCount(count)}</span>}
      </RailLink>
    </li>
  );
}
