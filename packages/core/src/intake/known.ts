import type { PrismaClient } from '@rapporteur/db/generated/client';
import { contentSchemas } from '@rapporteur/domain/content/content';
import type { ActorContent } from '@rapporteur/domain/content/actor';
import { namable } from '../reference/search';

/** How many actors and issues a text is read with: the last changed ones. */
const mostKnown = 20_000;

export interface Known {
  actors: {
    id: string;
    kind: ActorContent['type'];
    names: string[];
    offices: { title: string; of: string | null; period: string }[];
  }[];
  issues: { id: string; question: string; shortTitle: string }[];
}

/** Whom and what the record knows, drafts included: the names and offices of actors, and the questions they answer. */
export async function knownRecords(db: PrismaClient): Promise<Known> {
  const rows = await db.$queryRaw<{ id: string; kind: 'actor' | 'issue'; title: string; content: unknown }[]>`
    SELECT r."id", r."kind", v."title", v."content" FROM "Record" r JOIN "Revision" v ON v."recordId" = r."id"
    WHERE ${namable(['actor', 'issue'])} ORDER BY r."updatedAt" DESC, r."id" LIMIT ${mostKnown}`;
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const known: Known = { actors: [], issues: [] };
  for (const { id, kind, content } of rows) {
    if (kind === 'issue') {
      const { success, data } = contentSchemas.issue.safeParse(content);
      if (success) known.issues.push({ id, question: data.question, shortTitle: data.shortTitle });
      continue;
    }
    // What is not finished yet is no name to go by.
    const { success, data } = contentSchemas.actor.safeParse(content);
    if (!success) continue;
    known.actors.push({
      id,
      kind: data.type,
      names: data.names.map(({ text }) => text),
      offices: data.offices.map(({ title, institution, period }) => ({
        title,
        of: institution === null ? null : (titles.get(institution) ?? null),
        period,
      })),
    });
  }
  return known;
}
