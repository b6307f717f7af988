import type { Published } from '@rapporteur/db/clients';
import { Prisma } from '@rapporteur/db/generated/client';
import type { FeedView } from '@rapporteur/domain/feed-views';
import { writeQuestion, type Question } from '@rapporteur/domain/question/question';
import { followMerges } from '../question/follow';
import { membersOf } from '../question/members';
import { instanceName, isMeaningful, itemsOfFeed, publicationsAs, toFeed, toItem } from './items';

/** What is new among the records that a search finds: each once, by the newest change that altered what it says. */
export async function feedOfSearch(
  published: Published,
  question: Extract<Question, { of: 'search' }>,
): Promise<FeedView> {
  const [name, { records }] = await Promise.all([
    instanceName(published),
    followMerges(published, question).then((asked) => membersOf(published, asked)),
  ]);
  const rows = await publicationsAs(
    published,
    Prisma.sql`
      SELECT max(p."sequence") FROM "Publication" p
      WHERE p."recordId" = ANY (${records.map(({ id }) => id)}::text[]) AND ${isMeaningful}
      GROUP BY p."recordId" ORDER BY 1 DESC LIMIT ${itemsOfFeed}`,
  );
  return toFeed(`search ${name} ${writeQuestion(question)}`, rows.map(toItem));
}
