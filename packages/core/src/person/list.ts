import type { PrismaClient } from '@rapporteur/db/generated/client';
import { authorize, type Caller, type Role } from '../policy';

export interface PersonView {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  joinedAt: string;
  lastSeenAt: string | null;
  sessions: number;
  tokens: number;
  /** Ways to sign in without the host. */
  hasPassword: boolean;
  hasSecondFactor: boolean;
  passkeys: number;
}

export interface InvitationView {
  id: string;
  email: string;
  role: Role;
  invitedBy: string | null;
  createdAt: string;
  expiresAt: string;
}

/** A page of the people of the desk by name. `next` is the cursor of the page after. */
export async function listPeople(
  db: PrismaClient,
  caller: Caller,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ items: PersonView[]; next: string | null }> {
  authorize(caller, 'user.manage');
  const now = new Date();
  const rows = await db.user.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
    include: {
      accounts: { where: { providerId: 'credential', password: { not: null } }, select: { id: true } },
      _count: { select: { passkeys: true, apiTokens: { where: { revokedAt: null, expiresAt: { gt: now } } } } },
    },
  });
  const page = rows.slice(0, limit);
  // Counted by the database: somebody may have opened thousands.
  const opened = await db.session.groupBy({
    by: ['userId'],
    where: { userId: { in: page.map(({ id }) => id) }, expiresAt: { gt: now } },
    _count: true,
    _max: { updatedAt: true },
  });
  const sessionsOf = new Map(opened.map((group) => [group.userId, group]));
  return {
    items: page.map((user) => ({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role as Role,
      active: user.active,
      joinedAt: user.createdAt.toISOString(),
      lastSeenAt: sessionsOf.get(user.id)?._max.updatedAt?.toISOString() ?? null,
      sessions: sessionsOf.get(user.id)?._count ?? 0,
      tokens: user._count.apiTokens,
      hasPassword: user.accounts.length > 0,
      hasSecondFactor: user.twoFactorEnabled,
      passkeys: user._count.passkeys,
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** The invitations that still work, the newest first. There is one an address. */
export async function listInvitations(
  db: PrismaClient,
  caller: Caller,
  { limit }: { limit: number },
): Promise<InvitationView[]> {
  authorize(caller, 'user.manage');
  const links = await db.oneTimeLink.findMany({
    where: { purpose: 'invitation', usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
  const inviters = await db.user.findMany({
    where: { id: { in: links.flatMap(({ createdById }) => (createdById === null ? [] : [createdById])) } },
    select: { id: true, name: true },
  });
  const names = new Map(inviters.map(({ id, name }) => [id, name]));
  return links.map((link) => ({
    id: link.id,
    email: link.email ?? '',
    role: link.role as Role,
    invitedBy: names.get(link.createdById ?? '') ?? null,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
  }));
}
