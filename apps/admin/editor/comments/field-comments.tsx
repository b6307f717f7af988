'use client';

import { fieldName } from '@rapporteur/ui/words';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../client/api';
import { useEditor } from '../draft/context';
import { isPart } from '../draft/store';
import { goToField } from '../fields/place';
import { OpenThread } from './thread';
import { threadsAt, useThreads } from './threads';
import { WriteBox } from './write';

/**
 * What colleagues say about a field, below it, and a way to say something: about the part of it that has the caret. Stands
 * outside of what belongs to the field, because nothing written here is part of the record.
 */
export function FieldComments({ pointer }: { pointer: string }) {
  const t = useTranslations('editor');
  const { id, placed, savedPlace, reload } = useThreads();
  const caret = useEditor(({ focused }) => (focused !== null && isPart(focused, pointer) ? focused : null));
  const [about, setAbout] = useState<string | null>(null);
  const here = threadsAt(placed, pointer);
  if (id === null || (here.length === 0 && caret === null && about === null)) return null;
  // A part that was added since the last save is not there for colleagues yet; what is around it is.
  const place = caret !== null && savedPlace(caret) !== null ? caret : pointer;
  const close = (field: string) => {
    setAbout(null);
    requestAnimationFrame(() => goToField(field));
  };
  return (
    <div className="field-comments">
      {here.length > 0 && (
        <ul aria-label={t('comments.about', { field: fieldName(pointer) })}>
          {here.map(({ thread, field }) => (
            <OpenThread key={thread.id} thread={thread} about={field === pointer ? null : field} />
          ))}
        </ul>
      )}
      {about === null ? (
        <button
          type="button"
          className="link-button"
          aria-label={t('comments.writeAbout', { field: fieldName(place) })}
          onClick={() => setAbout(place)}
        >
          {t('comments.write')}
        </button>
      ) : (
        <WriteBox
          label={t('comments.writeAbout', { field: fieldName(about) })}
          button={t('comments.say')}
          kept={`${id}${about}`}
          send={(body, idempotencyKey) =>
            api.comment.add.mutate({ id, field: savedPlace(about) ?? pointer, body, idempotencyKey })
          }
          onSent={() => {
            close(about);
            void reload();
          }}
          onClose={() => close(about)}
        />
      )}
    </div>
  );
}
