import { text } from '../../i18n/text';

export interface KeyHint {
  keys: readonly string[];
  does: string;
}

/** The strip at the foot of a screen that lists its keys. */
export function Keys({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <footer className="keys" aria-label={text('shell')('keys')}>
      {hints.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
    </footer>
  );
}
