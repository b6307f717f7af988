import { text } from '../text';

/** What is narrowed to nothing, and the way back. Absence is no finding about the world. */
export function NothingFits({ href }: { href: string }) {
  const t = text('board');
  return (
    <div className="notice">
      <h3>{t('nothing.narrowedTitle')}</h3>
      <p>{text('lists')('related.nothing')}</p>
      <p>
        <a href={href}>{t('nothing.everything')}</a>
      </p>
    </div>
  );
}
