import { z } from 'zod';
import { eventTypes } from '../content/event';
import { listItem, listPage, recordLink } from '../views';

/** A page of the events that a filter leaves, the newest first. */
export const eventsFound = listPage.extend({
  items: z.array(listItem.extend({ type: z.enum(eventTypes) })),
  /** Whether counting stopped at a bound: then `total` is how many there are at least. */
  atLeast: z.boolean(),
  /** The issues by which events can be narrowed: some position on them rests on a vote, or something was said at an event. */
  issues: z.array(recordLink),
});
export type EventsFound = z.infer<typeof eventsFound>;
