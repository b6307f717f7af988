import net from 'node:net';
import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import type { Kind } from '@rapporteur/domain/kinds';
import { publicAddresses } from '@rapporteur/domain/public-address';
import { note } from '../audit/entry';
import { onceSealed } from '../idempotency';
import { authorize, type Caller } from '../policy';
import { newWebhookSecret, sealSecret } from './signature';
import { wake } from './wake';

/** How many addresses are told at most: each is one request for every publication. */
export const mostWebhooks = 200;

export interface CreateWebhook {
  address: string;
  /** Of which kinds it is told; of all where it is empty. */
  kinds: readonly Kind[];
  /** Of chance: the same request again makes no second one, and gets the same answer. */
  idempotencyKey?: string | undefined;
}

/** Adds an address, which is told of what is published from now on. Its secret is answered here and nowhere again. */
export function createWebhook(
  db: PrismaClient,
  caller: Caller,
  { idempotencyKey: key, ...input }: CreateWebhook,
  installation: string,
): Promise<{ id: string; secret: string }> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'webhook.manage');
    return onceSealed(tx, { userId, key, action: 'webhook.create', input }, async () => {
      const address = checkAddress(input.address);
      await tx.$executeRaw`SELECT FROM pg_advisory_xact_lock(7370741, 0)`;
      if ((await tx.webhook.count()) >= mostWebhooks)
        throw new RapporteurError('limit_exceeded', `There are ${mostWebhooks} webhooks; remove one that is not used.`);
      await waitForPublications(tx);
      const newest = await tx.publication.aggregate({ _max: { sequence: true } });
      const secret = newWebhookSecret();
      const { id } = await tx.webhook.create({
        data: {
          address,
          kinds: [...input.kinds],
          secret: sealSecret(secret, installation),
          told: newest._max.sequence ?? 0n,
          createdById: userId,
        },
      });
      await note(tx, {
        userId,
        action: 'webhook.create',
        detail: { webhook: id, address: new URL(address).origin, kinds: [...input.kinds] },
      });
      return { id, secret };
    });
  });
}

function checkAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const fault =
    url === null || url.protocol !== 'https:'
      ? 'must be an address that begins with https://'
      : url.username !== '' || url.password !== ''
        ? 'must not hold a user name or a password'
        : url.hash !== ''
          ? 'must not end in # and a name'
          : url.port !== ''
            ? 'must not name a port: only the usual one of https, 443, is told'
            : leadsInside(url.hostname)
              ? 'must be one that everybody can reach: this one leads into this machine or a private or reserved network, where nothing is sent'
              : null;
  if (url === null || fault !== null)
    throw new RapporteurError('invalid_input', `The address ${fault ?? ''}.`, [
      { path: '/address', message: fault ?? '' },
    ]);
  return url.href;
}

const isPublicAddress = publicAddresses(net);

/**
 * Whether a host can be seen never to be told: this machine by name (RFC 6761), or an IP address that is not for everybody, which
 * a URL has in its usual form however it was written. Where a name leads is looked at with each delivery.
 */
function leadsInside(hostname: string): boolean {
  const host = hostname.replaceAll(/^\[|\]$|[.]$/g, '');
  return /(^|[.])localhost$/.test(host) || (net.isIP(host) !== 0 && !isPublicAddress(host));
}

/** What becomes of a webhook: paused, it is told of what was published meanwhile once it goes on. */
export function changeWebhook(
  db: PrismaClient,
  caller: Caller,
  { id, change }: { id: string; change: 'pause' | 'resume' | 'remove' },
): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'webhook.manage');
    if (change === 'resume') await waitForPublications(tx);
    const { count } =
      change === 'remove'
        ? await tx.webhook.deleteMany({ where: { id } })
        : await tx.webhook.updateMany({ where: { id }, data: { paused: change === 'pause' } });
    if (count === 0) throw missing();
    await note(tx, { userId, action: `webhook.${change}`, detail: { webhook: id } });
    if (change !== 'resume') return;
    await wake(tx);
    await tx.$executeRaw`
      SELECT FROM graphile_worker.add_job('webhook.look', '{}', job_key => 'webhook.look', max_attempts => 6, queue_name => 'webhook.look')`;
  });
}

/**
 * Waits for the publication under way, and holds the next until this is committed: each wakes who tells of it only if there is
 * somebody to tell, so none may fall between its look and ours.
 */
const waitForPublications = (tx: Transaction) => tx.$executeRaw`SELECT FROM pg_advisory_xact_lock_shared(7370736, 1)`;

/** Sends a delivery again, under the same id, with all its tries before it; at once, also while others are held. */
export function resendDelivery(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'webhook.manage');
    const delivery = await tx.webhookDelivery.findUnique({
      where: { id },
      select: { webhookId: true, sequence: true },
    });
    if (delivery === null) throw missing();
    await tx.webhookDelivery.update({ where: { id }, data: { state: 'waiting', asked: true } });
    await wake(tx);
    await note(tx, {
      userId,
      action: 'webhook.resend',
      detail: { webhook: delivery.webhookId, sequence: Number(delivery.sequence) },
    });
  });
}

const missing = () => new RapporteurError('not_found', 'There is no such webhook any more. Look at the list again.');
