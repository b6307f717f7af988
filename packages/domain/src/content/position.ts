import { z } from 'zod';
import { edtfSchema } from '../edtf';
import { ref } from './ref';
import { prose } from './text';

export const stances = [
  'supports',
  'opposes',
  'conditional',
  'abstains',
  'joined_consensus',
  'blocked',
  'absent',
] as const;
export const turns = ['new', 'restated', 'hardened', 'softened', 'reversed', 'lapsed'] as const;

const turn = z.strictObject({
  turn: z.enum(turns),
  date: edtfSchema,
  /** The stance held from this turn on; null after a lapse: not on record, which is not neutral. */
  stance: z.enum(stances).nullable(),
  summary: prose,
  statements: z.array(ref('statement')).max(100),
  votes: z.array(ref('event')).max(100),
});

/** What one actor holds on one issue over valid time, turn by turn, each resting on statements or votes. */
export const positionContent = z.strictObject({
  actor: ref('actor'),
  issue: ref('issue'),
  turns: z
    .array(
      turn.refine((turn) => (turn.turn === 'lapsed') === (turn.stance === null), {
        path: ['stance'],
        message: 'a lapse leaves no stance, and every other turn states one',
      }),
    )
    .min(1, 'a position needs a turn')
    .max(200)
    .refine(
      (all) => all.every((turn, index) => (turn.turn === 'new') === (index === 0 || all[index - 1]?.turn === 'lapsed')),
      {
        message: 'the first turn, and the first after a lapse, is "new"; no other is',
      },
    ),
});
export type PositionContent = z.infer<typeof positionContent>;
