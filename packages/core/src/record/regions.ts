import { Prisma } from '@rapporteur/db/generated/client';
import { regionSchemes } from '@rapporteur/domain/region/regions';

/** SQL: that an actor, named by SQL that gives its id, has one of these codes of ISO 3166-1. */
export const hasCode = (actor: Prisma.Sql, codes: readonly string[]): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM "ActorIdentifier" i
    WHERE i."recordId" = ${actor} AND i."scheme" = ANY(${regionSchemes}) AND i."value" = ANY(${codes}))`;
