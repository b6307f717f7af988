import type { z } from 'zod';
import type { Kind } from '../kinds';
import { actorContent } from './actor';
import { articleContent } from './article';
import { commitmentContent } from './commitment';
import { eventContent } from './event';
import { issueContent } from './issue';
import { positionContent } from './position';
import { programmeContent } from './programme';
import { sourceContent } from './source';
import { statementContent } from './statement';

/** The content schema of every kind: what the JSON of a revision must be. */
export const contentSchemas = {
  source: sourceContent,
  actor: actorContent,
  event: eventContent,
  programme: programmeContent,
  issue: issueContent,
  statement: statementContent,
  position: positionContent,
  commitment: commitmentContent,
  article: articleContent,
} satisfies Record<Kind, z.ZodType>;

export type ContentOf<K extends Kind> = z.infer<(typeof contentSchemas)[K]>;

/** A record's content together with its kind, so that a switch on `kind` narrows `content`. */
export type AnyContent = { [K in Kind]: { kind: K; content: ContentOf<K> } }[Kind];
