import type { IntakeView } from '@rapporteur/domain/intake/views';
import { text } from '../i18n/text';
import { Icon } from '../app/shell/desk-icon';
import { ItemBar } from './item-bar';
import { iconOf } from './kind-icons';
import { Left } from './left';

const t = text('intake');

/** What became of a text: the source and the drafts, what was merged, and what was left to a person. */
export function Finished({ item }: { item: IntakeView }) {
  const made = item.suggestions.filter(({ record }) => record !== null);
  const titleOf = (number: number) => item.suggestions.find((one) => one.number === number)?.title ?? '';
  return (
    <>
      <ItemBar name={item.name}>
        <span className="tag">{t(item.state === 'finished' ? 'finished' : 'discarded')}</span>
      </ItemBar>
      <main id="main" tabIndex={-1} className="settings">
        {item.source === null ? (
          <p>{t('discardedText')}</p>
        ) : (
          <>
            <p>
              {t.rich('drafted', {
                count: made.length,
                link: (words) => <a href={`/records/${item.source}`}>{words}</a>,
              })}
            </p>
            <ol className="proposals">
              {made.map(({ number, kind, title, record, decision }) => (
                <li key={number} className={`proposal proposal--${kind}`}>
                  <div className="proposal-head">
                    <span className="n">{number}</span>
                    <span className="kind">
                      <Icon name={iconOf[kind]} />
                      {t(`kind.${kind}`)}
                    </span>
                    <a className="title" href={`/records/${record}`}>
                      {item.named[record ?? ''] ?? title}
                    </a>
                    <span className="proposal-outcome">{t(`decision.${decision ?? 'accepted'}`)}</span>
                  </div>
                </li>
              ))}
            </ol>
            <Left heading={t('leftThen')} left={item.left} titleOf={titleOf} />
          </>
        )}
      </main>
    </>
  );
}
