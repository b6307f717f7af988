import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import { RapporteurError } from '@rapporteur/domain/errors';
import { note } from '../audit/entry';
import { onceSealed } from '../idempotency';
import { authorize, roles, scopes, type Caller, type Role, type Scope } from '../policy';
import { hashOf, newSecret } from './secret';
import { requireStanding, requireStandingOver } from './require-standing';

/** Every API token begins so, that a leaked one can be told for what it is. */
export const tokenPrefix = 'rapporteur_';

/** How many tokens of a person work at once. */
export const mostTokens = 20;

const day = 24 * 60 * 60 * 1000;

export interface TokenView {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

export interface CreateToken {
  name: string;
  scopes: readonly Scope[];
  days: number;
  /** Of chance, such as a UUID: the same request again makes no second token, and gets the same answer. */
  idempotencyKey?: string | undefined;
}

/** Makes a token for a program of the caller's. Its secret is answered here and nowhere again. */
export function createToken(
  db: PrismaClient,
  caller: Caller,
  { idempotencyKey: key, ...input }: CreateToken,
): Promise<{ id: string; secret: string; expiresAt: string }> {
  return transaction(db, (tx) => {
    const { userId } = authorize(caller, 'token.manage');
    return onceSealed(tx, { userId, key, action: 'token.create', input }, () => addToken(tx, caller, input));
  });
}

async function addToken(tx: Transaction, caller: Caller, { name, scopes: granted, days }: CreateToken) {
  // Locked, so that two requests at once cannot pass the limit together.
  const userId = await requireStanding(tx, caller, 'token.manage');
  if ((await tx.apiToken.count({ where: { userId, ...working() } })) >= mostTokens) {
    throw new RapporteurError('limit_exceeded', `You have ${mostTokens} tokens; revoke one that is not used.`);
  }
  const { secret, hash } = newSecret(tokenPrefix);
  const expiresAt = new Date(Date.now() + days * day);
  const held = scopes.filter((scope) => granted.includes(scope));
  const { id } = await tx.apiToken.create({ data: { userId, name, scopes: held, tokenHash: hash, expiresAt } });
  await note(tx, { userId, action: 'token.create', subjectId: userId, detail: { token: id, name, scopes: held } });
  return { id, secret, expiresAt: expiresAt.toISOString() };
}

/** The caller's own tokens that work, the newest first. */
export async function listTokens(db: PrismaClient, caller: Caller): Promise<TokenView[]> {
  const { userId } = authorize(caller, 'token.manage');
  const tokens = await db.apiToken.findMany({
    where: { userId, ...working() },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: mostTokens,
  });
  return tokens.map((token) => ({
    id: token.id,
    name: token.name,
    scopes: heldScopes(token.scopes),
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  }));
}

/** Ends one of the caller's own tokens, at once. */
export function revokeToken(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const { userId } = authorize(caller, 'token.manage');
    const { count } = await tx.apiToken.updateMany({
      where: { id, userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new RapporteurError('not_found', 'You have no such token.');
    await note(tx, { userId, action: 'token.revoke', subjectId: userId, detail: { token: id } });
  });
}

/** Ends every token of a person. */
export async function revokeTokens(tx: Transaction, userId: string): Promise<number> {
  const { count } = await tx.apiToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}

/** Ends every token of a person, by an administrator. */
export function revokeTokensOf(db: PrismaClient, caller: Caller, { id }: { id: string }): Promise<number> {
  return transaction(db, async (tx) => {
    const { userId } = await requireStandingOver(tx, caller, 'user.manage', id);
    const tokens = await revokeTokens(tx, id);
    await note(tx, { userId, action: 'user.revoke_tokens', subjectId: id, detail: { tokens } });
    return tokens;
  });
}

export interface TokenHolder {
  user: { id: string; name: string; email: string; role: Role };
  scopes: Scope[];
}

/** Who acts by an API token: asked of the database at every request, so that a revoked one is refused at the next. */
export async function holderOfToken(db: PrismaClient, secret: string): Promise<TokenHolder | null> {
  if (!secret.startsWith(tokenPrefix) || secret.length > 200) return null;
  const token = await db.apiToken.findUnique({ where: { tokenHash: hashOf(secret) }, include: { user: true } });
  if (token === null || token.revokedAt !== null || token.expiresAt <= new Date() || !token.user.active) return null;
  const role = roles.find((known) => known === token.user.role);
  if (role === undefined) return null;
  // To the minute is enough to tell whether a token is still in use, and costs a write a minute.
  await db.$executeRaw`
    UPDATE "ApiToken" SET "lastUsedAt" = clock_timestamp()
    WHERE "id" = ${token.id} AND ("lastUsedAt" IS NULL OR "lastUsedAt" < clock_timestamp() - interval '1 minute')`;
  const { id, name, email } = token.user;
  return { user: { id, name, email, role }, scopes: heldScopes(token.scopes) };
}

const working = () => ({ revokedAt: null, expiresAt: { gt: new Date() } });
const heldScopes = (held: readonly string[]): Scope[] => scopes.filter((scope) => held.includes(scope));
