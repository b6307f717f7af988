import type { Me } from '@rapporteur/api/admin/desk-views';
import { kindNames, kinds } from '@rapporteur/domain/kinds';
import type { Text } from '../../../i18n/text';
import type { IconName } from '../desk-icon';

/** Something that can be done from anywhere, and the address where it is done. */
export interface Act {
  name: string;
  icon: IconName;
  href: string;
}

/** What this person can do from anywhere. */
export function actsOf(t: Text<'shell'>, me: Me): Act[] {
  const go: Act[] = [
    { name: t('rail.queue'), icon: 'i-queue', href: '/' },
    { name: t('rail.intake'), icon: 'i-inbox', href: '/intake' },
    { name: t('palette.mine'), icon: 'i-queue', href: '/?view=mine' },
    { name: t('palette.review'), icon: 'i-eye', href: '/?view=review' },
    { name: t('rail.scheduled'), icon: 'i-clock', href: '/?view=scheduled' },
    { name: t('rail.releases'), icon: 'i-copy', href: '/releases' },
    { name: t('palette.overdue'), icon: 'i-clock', href: '/?view=overdue' },
    { name: t('palette.drifted'), icon: 'i-warn', href: '/?view=drifted' },
    { name: t('palette.translations'), icon: 'i-history', href: '/?view=translations' },
    { name: t('palette.all'), icon: 'i-queue', href: '/?view=all' },
    { name: t('account'), icon: 'i-key', href: '/account' },
  ];
  if (me.may.includes('user.manage')) go.push({ name: t('rail.people'), icon: 'i-people', href: '/people' });
  if (me.may.includes('job.read')) go.push({ name: t('rail.jobs'), icon: 'i-clock', href: '/jobs' });
  if (me.may.includes('webhook.manage')) go.push({ name: t('rail.webhooks'), icon: 'i-link', href: '/webhooks' });
  if (me.may.includes('audit.read')) go.push({ name: t('rail.audit'), icon: 'i-history', href: '/audit' });
  if (me.may.includes('intake.take_in'))
    go.push({ name: t('palette.takeIn'), icon: 'i-plus', href: '/intake#take-in' });
  const make = me.may.includes('record.create')
    ? kinds.map((kind): Act => {
        const name = t('palette.newRecord', { kind: kindNames[kind].singular.toLowerCase() });
        return { name, icon: `i-${kind}`, href: `/records/new/${kind}` };
      })
    : [];
  const lists = kinds.map((kind): Act => {
    const name = t('palette.records', { kind: kindNames[kind].plural.toLowerCase() });
    return { name, icon: `i-${kind}`, href: `/?view=all&kind=${kind}` };
  });
  return [...go, ...make, ...lists];
}
