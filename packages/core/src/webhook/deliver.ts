import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { mostTries } from './choose';
import { openSecret, sign } from './signature';

/** What an address answered: the status, and the first words of what came with it. */
export interface Answer {
  status: number;
  text: string;
}

/** Sends a body to an address. Throws where nobody answers, and `invalid_input` where the address leads where nothing is sent to. */
export type Post = (address: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Answer>;

export interface Sending {
  post: Post;
  /** The secret of the installation, which the secrets of webhooks are sealed with. */
  secret: string;
  /** The origin of the public site. */
  site: string;
}

/** How much of an answer is kept, in characters. */
const longestAnswer = 300;
/** What stands where an answer would, while it is not known or never came to be. */
const unknown = 'Whether the last try was answered is not known: its worker was ended.';

/**
 * Tries a delivery once, and says whether it is delivered, failed, or parked: after its last try, and at once where the address
 * is refused. The try is counted before it is made, so that one which ends its worker counts. Whoever dies between the answer
 * and noting it sends it again under its id. Gives null where it waits no more.
 */
export async function deliver(
  db: PrismaClient,
  to: { address: string; secret: string },
  deliveryId: string,
  { post, secret, site }: Sending,
): Promise<'delivered' | 'failed' | 'parked' | null> {
  const [publication] = await db.$queryRaw<Publication[]>`
    UPDATE "WebhookDelivery" d SET "attempts" = d."attempts" + 1, "asked" = false, "triedAt" = ${new Date()}, "status" = NULL, "answer" = ${unknown}
    FROM "Publication" p, "Webhook" w
    WHERE d."id" = ${deliveryId} AND d."state" = 'waiting' AND p."sequence" = d."sequence" AND w."id" = d."webhookId" AND NOT w."paused"
    RETURNING d."attempts", p."sequence", p."recordId", p."kind", p."slug", p."action", p."language", p."revisionNumber",
      p."recordedAt", p."contentHash", p."hash", p."previousHash"`;
  if (publication === undefined) return null;
  const told = await tell(to.address, {
    id: `msg_${deliveryId}`,
    body: bodyOf(publication, site),
    secret: () => openSecret(to.secret, secret),
    post,
  });
  const delivered = told.status !== null && told.status >= 200 && told.status < 300;
  const outcome = delivered ? 'delivered' : publication.attempts >= mostTries || told.refused ? 'parked' : 'failed';
  // What a person has asked for during this try goes on waiting for one of its own.
  await db.$executeRaw`
    UPDATE "WebhookDelivery" SET "state" = CASE WHEN "asked" THEN 'waiting' ELSE ${outcome === 'failed' ? 'waiting' : outcome} END,
      "status" = ${told.status}, "answer" = ${told.text}
    WHERE "id" = ${deliveryId}`;
  return outcome;
}

/** Parks what was tried as often as it may, by a worker that was ended in the last try. */
export async function parkSpent(db: PrismaClient): Promise<void> {
  await db.webhookDelivery.updateMany({
    where: { state: 'waiting', asked: false, attempts: { gte: mostTries } },
    data: { state: 'parked' },
  });
}

interface Message {
  id: string;
  body: string;
  secret: () => string;
  post: Post;
}

interface Told {
  /** Null where no answer came. */
  status: number | null;
  text: string;
  /** Whether the address leads where nothing is sent to, so that no other try can do better. */
  refused: boolean;
}

/** Sends a message; gives what was answered, or why nothing was. */
async function tell(address: string, { id, body, secret, post }: Message): Promise<Told> {
  try {
    const signed = sign(secret(), { id, at: new Date(), body });
    const { status, text } = await post(address, { 'content-type': 'application/json', ...signed }, body);
    return { status, text: asLine(text), refused: false };
  } catch (error) {
    const refused = error instanceof RapporteurError && error.code === 'invalid_input';
    return { status: null, text: asLine(error instanceof Error ? error.message : String(error)), refused };
  }
}

/** What others wrote, as the database keeps it and the desk shows it. */
const asLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, longestAnswer);

interface Publication {
  /** How often it was tried, this try counted. */
  attempts: number;
  sequence: bigint;
  recordId: string;
  kind: string;
  slug: string;
  action: string;
  language: string | null;
  revisionNumber: number;
  recordedAt: Date;
  contentHash: string;
  hash: string;
  previousHash: string | null;
}

/**
 * What a program is told of a publication: that it was, and where to read of it. No text of the record stands in it, so that
 * nothing has to be taken back from others when it is withdrawn.
 */
const bodyOf = (row: Publication, site: string): string =>
  JSON.stringify({
    type: `record.${row.action}`,
    timestamp: row.recordedAt.toISOString(),
    data: {
      sequence: Number(row.sequence),
      id: row.recordId,
      kind: row.kind,
      slug: row.slug,
      revision: row.revisionNumber,
      language: row.language,
      address: `${site}/${segmentOf(row.kind as Kind)}/${row.slug}`,
      contentHash: row.contentHash,
      hash: row.hash,
      previousHash: row.previousHash,
    },
  });
