import type { PublicationStatus } from '@rapporteur/domain/release-views';
import { Issues } from '../../issues';

interface Props {
  failure: NonNullable<PublicationStatus['failure']>;
  /** When it failed and why, in words. */
  words: string;
}

/** That something was not published at its instant, with all that stood in the way. */
export function Failure({ failure, words }: Props) {
  return (
    <div className="refuse" role="status">
      <strong>{words}</strong>
      <Issues issues={failure.issues} />
    </div>
  );
}
