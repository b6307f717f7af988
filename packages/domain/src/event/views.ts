import { z } from 'zod';
import { eventTypes } from '../content/event';
import { listItem, listPage } from '../views';
import { choiceCounts } from '../vote-views';

/** A page of the events that a filter leaves, the newest first. */
export const eventsFound = listPage.extend({
  items: z.array(
    listItem.extend({
      type: z.enum(eventTypes),
      /** How often each choice was made in it; null where none is on record. */
      choices: choiceCounts.nullable(),
    }),
  ),
  /** Whether counting stopped at a bound: then `total` is how many there are at least. */
  atLeast: z.boolean(),
});
export type EventsFound = z.infer<typeof eventsFound>;
