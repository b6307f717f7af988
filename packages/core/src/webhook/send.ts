import type { PrismaClient } from '@rapporteur/db/generated/client';
import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { openSecret, sign } from './signature';

/** What an address answered: the status, and the first words of what came with it. */
export interface Answer {
  status: number;
  text: string;
}

/** Sends a body to an address. Throws where nobody answers, or the address leads where nothing is sent to. */
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

/**
 * Sends a delivery, unless its address is paused or it was delivered. Where that fails, throws, so that it is tried again; after
 * the last try it is parked for a person to look at. Whoever dies between the answer and noting it sends it again under its id.
 */
export async function sendDelivery(
  db: PrismaClient,
  { deliveryId }: { deliveryId: string },
  { lastAttempt }: { lastAttempt: boolean },
  { post, secret, site }: Sending,
): Promise<void> {
  const delivery = await db.webhookDelivery.findFirst({
    where: { id: deliveryId, state: 'waiting', webhook: { paused: false } },
    include: { webhook: true },
  });
  if (delivery === null) return;
  const { webhook, sequence } = delivery;
  const { status, text } = await tell(webhook, {
    id: `msg_${deliveryId}`,
    body: await bodyOf(db, sequence, site),
    secret: () => openSecret(webhook.secret, secret),
    post,
  });
  const delivered = status !== null && status >= 200 && status < 300;
  const state = delivered ? 'delivered' : lastAttempt ? 'parked' : 'waiting';
  await db.webhookDelivery.updateMany({
    where: { id: deliveryId },
    data: { state, status, answer: text, attempts: { increment: 1 }, triedAt: new Date() },
  });
  if (state === 'waiting')
    throw new RapporteurError('unavailable', `${webhook.address} was not told of ${sequence}: ${status ?? text}`);
}

interface Telling {
  id: string;
  body: string;
  secret: () => string;
  post: Post;
}

/** Sends a message; gives the status, null where none came, and what was said with it. */
async function tell(
  { address }: { address: string },
  { id, body, secret, post }: Telling,
): Promise<{ status: number | null; text: string }> {
  try {
    const signed = sign(secret(), { id, at: new Date(), body });
    const { status, text } = await post(address, { 'content-type': 'application/json', ...signed }, body);
    return { status, text: asLine(text) };
  } catch (error) {
    return { status: null, text: asLine(error instanceof Error ? error.message : String(error)) };
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
