import { text } from '../i18n/text';

/** The name of the desk, as a way home. */
export function Wordmark() {
  return (
    <a className="wordmark" href="/">
      Rapporteur
      <span className="wordmark-mark" aria-hidden="true">
        1
      </span>
      <span className="wordmark-desk">{text('shell')('desk')}</span>
    </a>
  );
}
