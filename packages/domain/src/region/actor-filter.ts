import { z } from 'zod';
import { actorTypes } from '../content/actor';
import { regionSchema } from './m49';

/** What a list of actors can be narrowed to. */
export const actorFilter = {
  type: z.enum(actorTypes).nullable().default(null),
  /** A region of UN M49: only the actors that lie in it by their code of ISO 3166-1. */
  region: regionSchema.nullable().default(null),
};
export const actorsWanted = z.strictObject(actorFilter);
export type ActorFilter = z.infer<typeof actorsWanted>;

/** Actors as nobody narrows them. */
export const everyActor: ActorFilter = { type: null, region: null };

/** Whether a list of a kind can be asked for so: of actors alone is it known what they are and where they lie. */
export const fitsKind = ({ kind, type, region }: ActorFilter & { kind: string }): boolean =>
  kind === 'actor' || (type === null && region === null);

export const misfit = 'only actors have a type and a region';
