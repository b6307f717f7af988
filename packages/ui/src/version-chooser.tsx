import type { PublicationView } from '@rapporteur/domain/views';
import { dayOf } from './dates';

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
  const choice = (name: 'from' | 'to', label: string, chosen: number) => (
    <p className="field">
      <label htmlFor={`version-${name}`}>{label}</label>
      <select className="input" id={`version-${name}`} name={name} defaultValue={chosen}>
        {versions.map(({ revisionNumber, recordedAt }) => (
          <option key={revisionNumber} value={revisionNumber}>
            Version {revisionNumber}, {dayOf(recordedAt, 'short')}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <form className="version-chooser" action={action} method="get">
      {choice('from', 'This version', from)}
      {choice('to', 'With', to)}
      <button className="button" type="submit">
        Compare
      </button>
    </form>
  );
}
