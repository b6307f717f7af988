import { z } from 'zod';
import { edtfSchema } from '../edtf';
import { ref } from './ref';
import { line, prose } from './text';

export const eventTypes = ['meeting', 'press_conference', 'call', 'summit', 'signing', 'vote', 'broadcast'] as const;
export const participantRoles = ['host', 'chair', 'participant', 'speaker', 'observer'] as const;
export const choices = ['yes', 'no', 'abstain', 'absent', 'not_voting'] as const;

/** A meeting, press conference, call, summit, signing or vote; a vote holds the choice of each actor. */
export const eventContent = z.strictObject({
  title: line,
  type: z.enum(eventTypes),
  date: edtfSchema,
  place: line.nullable(),
  summary: prose.nullable(),
  partOf: ref('event').nullable(),
  participants: z.array(z.strictObject({ actor: ref('actor'), role: z.enum(participantRoles) })).max(1000),
  choices: z.array(z.strictObject({ actor: ref('actor'), choice: z.enum(choices) })).max(1000),
});
export type EventContent = z.infer<typeof eventContent>;

/**
 * The places of choices whose actor has one before them in the list, which no vote may have: whoever counts would count the
 * actor twice. `resolve` answers the id that an actor goes by now.
 */
export function secondChoices(
  { choices }: { choices: readonly { actor: string }[] },
  resolve: (id: string) => string = (id) => id,
): number[] {
  const seen = new Set<string>();
  return choices.flatMap(({ actor }, index) => {
    const id = resolve(actor);
    if (seen.has(id)) return [index];
    seen.add(id);
    return [];
  });
}
