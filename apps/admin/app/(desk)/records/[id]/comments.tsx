import { randomUUID } from 'node:crypto';
import type { Thread } from '@rapporteur/api/admin/comment';
import { fieldName } from '@rapporteur/ui/words';
import { text } from '../../../../i18n/text';
import type { Attempt } from '../../../attempt';
import { ProblemNotice } from '../../../problem-notice';
import { atTime } from '../../../wording';
import { CommandForm } from './command-form';

const t = text('review');

interface Props {
  read: Attempt<{ items: readonly Thread[]; next: string | null }>;
  target: { id: string; version: number };
  /** The version that a new comment is about. */
  number: number;
  page?: string;
}

/** What colleagues say to each other about a record. Readers never see it. */
export function Comments({ read, target, number, page = '' }: Props) {
  const { items: threads, next } = read.ok ? read.value : { items: [], next: null };
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('comments.title')}</h2>
      {!read.ok && <ProblemNotice problem={read.problem} />}
      {read.ok && threads.length === 0 && <p className="hint">{t('comments.none')}</p>}
      <ol className="note-thread">
        {threads.map((thread) => (
          <li key={thread.id}>
            {thread.quote !== null && (
              <blockquote>
                <mark className="passage">{thread.quote.exact}</mark>
              </blockquote>
            )}
            <Said {...thread} about={placeOf(thread)} />
            {thread.replies.map((reply) => (
              <Said key={reply.id} {...reply} about={null} />
            ))}
            {thread.resolvedAt === null ? (
              <>
                <details>
                  <summary>{t('comments.reply')}</summary>
                  <CommandForm
                    {...target}
                    command="reply"
                    button={t('comments.reply')}
                    hidden={{ thread: thread.id, page, once: randomUUID() }}
                    fields={[{ name: 'words', label: t('comments.words'), as: 'lines', required: true }]}
                  />
                </details>
                <CommandForm
                  {...target}
                  command="resolve"
                  button={t('comments.resolve')}
                  hidden={{ thread: thread.id, page }}
                />
              </>
            ) : (
              <>
                <p className="hint">
                  {t('comments.settled', { by: thread.resolvedBy?.name ?? '', at: atTime(thread.resolvedAt) })}
                </p>
                <CommandForm
                  {...target}
                  command="reopen"
                  button={t('comments.reopen')}
                  hidden={{ thread: thread.id, page }}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      {next !== null && (
        <p>
          <a
            href={`/records/${target.id}${page === '' ? '' : `/${page}`}?comments=${encodeURIComponent(next)}#comments`}
          >
            {t('comments.later')}
          </a>
        </p>
      )}
      <CommandForm
        {...target}
        command="comment"
        button={t('comments.add')}
        hidden={{ number, page, once: randomUUID() }}
        fields={[{ name: 'words', label: t('comments.new'), as: 'lines', required: true }]}
      />
    </section>
  );
}

/** After which thread the address of a page says that its comments begin; null for the first ones. */
export const afterIn = ({ comments }: Record<string, string | string[] | undefined>): string | null =>
  typeof comments === 'string' ? comments : null;

function placeOf({ place, currentField, field, revisionNumber }: Thread): string | null {
  if (place === 'earlier') return t('comments.earlier', { number: revisionNumber });
  const about = currentField ?? field;
  return about === null ? null : fieldName(about);
}

function Said({
  author,
  body,
  createdAt,
  about,
}: {
  author: { name: string };
  body: string;
  createdAt: string;
  about: string | null;
}) {
  return (
    <>
      <p>
        <strong>{author.name}</strong> <time dateTime={createdAt}>{atTime(createdAt)}</time>
        {about !== null && (
          <>
            {' '}
            <span className="hint">{about}</span>
          </>
        )}
      </p>
      <p className="said">{body}</p>
    </>
  );
}
