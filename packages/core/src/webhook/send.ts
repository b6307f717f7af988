import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { enqueueWaiting } from './look';
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
/** For how long after a delivery has failed no other to its address is tried, in milliseconds. */
const pause = 600_000;

/**
 * Sends a delivery, unless its address is paused or it was delivered. Where that fails, throws, so that it is tried again; after
 * the last try it is parked for a person to look at, and where the address is refused at once. While an address fails, only the
 * first delivery that failed is tried by its rhythm, and of the others one in ten minutes: the rest is held without a try, until
 * something gets through or is parked. Whoever dies between the answer and noting it sends it again under its id.
 */
export async function sendDelivery(
  db: PrismaClient,
  { deliveryId, asked = false }: { deliveryId: string; asked?: boolean | undefined },
  { lastAttempt }: { lastAttempt: boolean },
  { post, secret, site }: Sending,
): Promise<void> {
  const delivery = await db.webhookDelivery.findFirst({
    where: { id: deliveryId, state: 'waiting', webhook: { paused: false } },
    include: { webhook: true },
  });
  if (delivery === null) return;
  const { webhook, sequence } = delivery;
  const others = await failingBeside(db, delivery);
  const behind = others.first !== null && others.first < sequence;
  const held = delivery.attempts > 0 ? behind : Date.now() - (others.triedAt?.getTime() ?? 0) < pause;
  if (held && !asked) return;
  const { status, text, refused } = await tell(webhook, {
    id: `msg_${deliveryId}`,
    body: await bodyOf(db, sequence, site),
    secret: () => openSecret(webhook.secret, secret),
    post,
  });
  const delivered = status !== null && status >= 200 && status < 300;
  const state = delivered ? 'delivered' : lastAttempt || refused ? 'parked' : 'waiting';
  await transaction(db, async (tx) => {
    await tx.webhookDelivery.updateMany({
      where: { id: deliveryId },
      data: { state, status, answer: text, attempts: { increment: 1 }, triedAt: new Date() },
    });
    // Where nothing had failed before, nothing was held.
    if (state !== 'waiting' && (delivery.attempts > 0 || others.first !== null)) await enqueueWaiting(tx, webhook.id);
  });
  // Publishers see why jobs fail; whatever an address holds beside its origin may be a secret of the receiver.
  if (state === 'waiting' && !behind)
    throw new RapporteurError('unavailable', `${new URL(webhook.address).origin} was not told of ${sequence}.`);
}

interface Others {
  /** The first that has failed, which is tried again and again; null where none has. */
  first: bigint | null;
  /** When one of them was tried last. */
  triedAt: Date | null;
}

/** The other deliveries to an address that have failed, and wait. */
async function failingBeside(db: PrismaClient, { id, webhookId }: { id: string; webhookId: string }): Promise<Others> {
  const { _min, _max } = await db.webhookDelivery.aggregate({
    where: { webhookId, id: { not: id }, state: 'waiting', attempts: { gt: 0 } },
    _min: { sequence: true },
    _max: { triedAt: true },
  });
  return { first: _min.sequence, triedAt: _max.triedAt };
}

interface Telling {
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
async function tell({ address }: { address: string }, { id, body, secret, post }: Telling): Promise<Told> {
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

/**
 * What a program is told of a publication: that it was, and where to read of it. No text of the record stands in it, so that
 * nothing has to be taken back from others when it is withdrawn.
 */
async function bodyOf(db: PrismaClient, sequence: bigint, site: string): Promise<string> {
  const row = await db.publication.findUniqueOrThrow({ where: { sequence } });
  return JSON.stringify({
    type: `record.${row.action}`,
    timestamp: row.recordedAt.toISOString(),
    data: {
      sequence: Number(sequence),
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
}
