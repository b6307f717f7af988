'use client';

import { shapeOfSchema } from '@rapporteur/domain/content/shape';
import { proposalSchemas } from '@rapporteur/domain/intake/proposal';
import type { SuggestionView } from '@rapporteur/domain/intake/views';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { api } from '../client/api';
import { Icon } from '../app/shell/desk-icon';
import { EditField } from './edit-field';
import { readDates } from './edited';
import { orderOf } from './field-order';
import type { Review } from './use-review';

interface Props {
  review: Review;
  one: SuggestionView;
  named: Readonly<Record<string, string>>;
}

/** A proposal put right, field by field. Kept, it is accepted as it was edited. */
export function EditProposal({ review, one, named }: Props) {
  const t = useTranslations('intake');
  const [payload, setPayload] = useState(one.payload);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const shape = shapeOfSchema(proposalSchemas[one.kind]);
  const fields = shape.form === 'group' ? shape.fields : {};
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);

  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const read = readDates(fields, payload);
    if (typeof read === 'string') return setProblem(read);
    // The words as they are now, so that a refusal can be mended where it was made.
    void review
      .keep(one.id, () => api.intake.edit.mutate({ id: one.id, payload: read }), { moveOn: true })
      .then((kept) => kept && review.say(t('done.edited', { number: one.number })));
  };
  const cancel = () => review.act({ act: 'mode', mode: 'read' });
  return (
    <form
      ref={form}
      className="proposal-body edit-proposal"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        // The step that is open is finished first.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        form.current?.requestSubmit();
      }}
    >
      {orderOf(one.kind).map(({ name, needed }) => {
        const field = fields[name];
        return field === undefined ? null : (
          <EditField
            key={name}
            name={name}
            field={field}
            needed={needed}
            value={payload[name]}
            one={one}
            suggestions={review.state.suggestions}
            named={named}
            onChange={(value) => setPayload((before) => ({ ...before, [name]: value }))}
          />
        );
      })}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="acts">
        <button className="button button--main" type="submit">
          <Icon name="i-check" />
          {t('act.keepEdited')}
        </button>
        <button className="button" type="button" onClick={cancel}>
          {t('act.cancel')}
          <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
