import { text } from '../../i18n/text';
import type { KeyHint } from './key-hint';
import { KeyHelp } from './key-help';

/** The strip at the foot of a screen that names its keys; those beyond the first few are listed on request. */
export function Keys({ hints, more = [] }: { hints: readonly KeyHint[]; more?: readonly KeyHint[] }) {
  const t = text('shell');
  const palette: KeyHint = { keys: ['Ctrl', 'K'], does: t('palette.title') };
  return (
    <footer className="keys needs-scripts" aria-label={t('keys')}>
      {hints.map(({ keys, does }) => (
        <span key={does} className="single-key">
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
      <KeyHelp hints={[...hints, ...more, palette]} />
    </footer>
  );
}
