'use client';

import '../editor/no-eval';
import type { AffectedView, IntakeView, SentView } from '@rapporteur/domain/intake/views';
import { formatEdtf } from '@rapporteur/domain/edtf';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Icon } from '../app/shell/desk-icon';
import { useSingleKeys } from '../app/shell/single-keys';
import { issuePlace } from '../app/issue-place';
import { atTime } from '../app/wording';
import { api, refusalOf } from '../client/api';
import { ProgressStrip } from './progress-strip';
import { ProposalList } from './proposal-list';
import { ProposePanel } from './propose-panel';
import { isLeft, tallyOf } from './review-state';
import { ReviewKeys } from './review-keys';
import { Sent } from './sent';
import { SourcePanel } from './source-panel';
import { SuggestionKey } from './suggestion-key';
import { TextPane } from './text-pane';
import { useReview } from './use-review';

interface Props {
  item: IntakeView;
  text: string;
  affected: readonly AffectedView[];
}

/** A text and what is proposed from it, side by side: a person decides on each, by keyboard, and sends the rest to drafts. */
export function Review({ item, text, affected }: Props) {
  const t = useTranslations('intake');
  const router = useRouter();
  const review = useReview(item, text);
  const { state, act, current } = review;
  const [pane, setPane] = useState<'text' | 'proposals'>('proposals');
  const [describing, setDescribing] = useState(item.title === null);
  const [summons, setSummons] = useState(0);
  const [sent, setSent] = useState<SentView | null>(null);
  const sending = useRef(false);
  const tally = tallyOf(state.suggestions);
  const all = state.suggestions.length;
  const toDraft = tally.accepted + tally.edited;
  const name = item.name === '' ? t('unnamed') : item.name;
  const blocked = tally.left > 0;

  const send = async () => {
    if (tally.left > 0) return review.say(t('sendBlocked', { count: tally.left }));
    if (sending.current) return;
    sending.current = true;
    try {
      // Decisions are kept one after the other: the last ones may still be on their way. What was refused has been told.
      if (!(await review.settled())) return;
      setSent(await api.intake.send.mutate({ id: item.id, expectedVersion: item.lockVersion }));
    } catch (error) {
      const refusal = refusalOf(error);
      review.say(refusal.away ? t('away') : [refusal.message, ...refusal.issues.map(told)].join(' '));
    } finally {
      sending.current = false;
    }
  };
  const told = ({ path, message }: { path: string; message: string }) => `${issuePlace(path)} ${message}.`.trimStart();
  const later = async () => {
    try {
      await api.intake.putAside.mutate({ id: item.id });
      router.push('/intake');
    } catch (error) {
      const refusal = refusalOf(error);
      review.say(refusal.away ? t('away') : refusal.message);
    }
  };
  const undecided = (does: () => void) => (event: KeyboardEvent) => {
    if (current === null || !isLeft(current)) return;
    event.preventDefault();
    does();
  };
  useSingleKeys({
    j: () => act({ act: 'move', by: 1 }),
    k: () => act({ act: 'move', by: -1 }),
    a: undecided(review.accept),
    r: (event) => {
      if (event.shiftKey) return review.rejectRest();
      if (current !== null && isLeft(current)) review.reject();
    },
    m: undecided(() => current?.kind !== 'provision' && act({ act: 'mode', mode: 'merge' })),
    e: (event) => {
      if (current === null) return;
      event.preventDefault();
      act({ act: 'mode', mode: 'edit' });
    },
    u: review.undo,
    s: (event) => {
      event.preventDefault();
      setDescribing(true);
      setSummons((count) => count + 1);
    },
    p: review.choosePassage,
    n: (event) => {
      event.preventDefault();
      if (review.selection() === null) return review.say(t('selectFirst'));
      act({ act: 'propose', on: true });
    },
  });
  const finish = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    void send();
  });
  useEffect(() => {
    addEventListener('keydown', finish);
    return () => removeEventListener('keydown', finish);
  }, []);

  if (sent !== null) return <Sent item={item} sent={sent} />;
  const selected = state.selected === null ? '' : text.slice(state.selected.from, state.selected.to).trim();
  return (
    <>
      <header className="bar">
        <nav className="crumbs" aria-label={t('where')}>
          <ol>
            <li>
              <a href="/intake">{t('title')}</a>
            </li>
            <li aria-current="page">
              <h1>{name}</h1>
            </li>
          </ol>
        </nav>
        <div className="bar-end">
          <span className="saved" role="status">
            {review.said !== null && !review.said.problem ? review.said.words : t(review.saving ? 'saving' : 'saved')}
          </span>
          <button className="button" type="button" onClick={() => void later()}>
            {t('later')}
          </button>
          <button
            className="button button--main"
            type="button"
            aria-disabled={blocked || undefined}
            onClick={() => void send()}
          >
            {t('send', { count: toDraft })}
            <kbd>Ctrl Enter</kbd>
          </button>
        </div>
      </header>
      <div className="bar bar--second">
        <div className="progress" role="group" aria-label={t('progress')}>
          <strong>{t('decided', { done: all - tally.left, all })}</strong>
          <ProgressStrip
            marks={state.suggestions.map((one) => (one.id === state.open && isLeft(one) ? 'now' : one.decision))}
            label={t('tally', tally)}
          />
          <span className="hint">{t('tally', tally)}</span>
        </div>
        <span className="hint">
          {[
            item.publisher,
            item.published === null ? null : formatEdtf(item.published, { style: 'short' }),
            t('kept', { when: atTime(item.takenIn) }),
          ]
            .filter((part) => part !== null)
            .join(', ')}
        </span>
        <div className="pane-choice" role="group" aria-label={t('pane.which')}>
          {(['text', 'proposals'] as const).map((which) => (
            <button
              key={which}
              type="button"
              className="button"
              aria-pressed={pane === which}
              onClick={() => setPane(which)}
            >
              {t(`pane.${which}`)}
            </button>
          ))}
        </div>
      </div>
      {review.said?.problem === true && (
        <p className="problem review-problem" role="alert">
          {review.said.words}
        </p>
      )}
      <main id="main" tabIndex={-1} className="two-panes" data-pane={pane}>
        <section className="pane pane--text" aria-labelledby="text-h">
          <div className="pane-head">
            <h2 id="text-h">{t('pane.text')}</h2>
            <SuggestionKey />
          </div>
          <TextPane review={review} text={text} language={item.language ?? 'en'} title={name} />
          <p className="hint text-hint">{t.rich('missing', { kbd: (words) => <kbd>{words}</kbd> })}</p>
        </section>
        <section className="pane pane--proposals" aria-labelledby="props-h">
          <div className="pane-head">
            <h2 id="props-h">{t('pane.proposals')}</h2>
            <span>{t('inOrder')}</span>
            <label className="aside">
              <input
                type="checkbox"
                checked={state.onlyLeft}
                onChange={(event) => act({ act: 'onlyLeft', on: event.target.checked })}
              />{' '}
              {t('onlyLeft')}
            </label>
            {tally.left > 1 && (
              <button type="button" className="link-button" onClick={review.rejectRest}>
                {t('rejectRest', { count: tally.left })}
              </button>
            )}
          </div>
          <SourcePanel
            item={item}
            affected={affected}
            open={describing}
            onToggle={setDescribing}
            summons={summons}
            settled={review.settled}
          />
          {state.proposing && selected !== '' && <ProposePanel review={review} item={item.id} words={selected} />}
          {all === 0 ? (
            <p className="notice-line">
              <Icon name="i-warn" /> {t('nothingFound')}
            </p>
          ) : (
            <ProposalList review={review} text={text} named={item.named} published={item.published} />
          )}
        </section>
      </main>
      <ReviewKeys />
    </>
  );
}
