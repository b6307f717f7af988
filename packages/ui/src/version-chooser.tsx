import type { PublicationView } from '@rapporteur/domain/views';
import { dayOf } from './dates';
import { text } from './text';

interface Props {
  /** Where the difference of two versions is shown. */
  action: string;
  from: number;
  to: number;
  /** Every public version, newest first. */
  publications: readonly PublicationView[];
}

/** Chooses which two versions of a record are compared. A form without scripts. */
export function VersionChooser({ action, from, to, publications }: Props) {
  const versions = publications.filter(
    (publication): publication is PublicationView & { revisionNumber: number } =>
      publication.revisionNumber !== null && ['publish', 'correct', 'update', 'edit'].includes(publication.action),
  );
  if (versions.length < 3) return null;
  const t = text('changes');
  const choice = (name: 'from' | 'to', label: string, chosen: number) => (
    <p className="field">
      <label htmlFor={`version-${name}`}>{label}</label>
      <select className="input" id={`version-${name}`} name={name} defaultValue={chosen}>
        {versions.map(({ revisionNumber, recordedAt }) => (
          <option key={revisionNumber} value={revisionNumber}>
            {t('chooser.option', { version: String(revisionNumber), when: dayOf(recordedAt, 'short') })}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <form className="version-chooser" action={action} method="get">
      {choice('from', t('chooser.this'), from)}
      {choice('to', t('chooser.with'), to)}
      <button className="button" type="submit">
        {t('chooser.button')}
      </button>
    </form>
  );
}
