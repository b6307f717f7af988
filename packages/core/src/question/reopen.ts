import type { Published } from '@rapporteur/db/clients';
import { endOfSecond } from '@rapporteur/domain/instant';
import { parseFrozenId, type Frozen } from '@rapporteur/domain/question/frozen-id';
import type { Question } from '@rapporteur/domain/question/question';
import { membersTold, type ReopenedView } from '@rapporteur/domain/question/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { newestPublication } from '../record/history';
import { linksTo } from '../record/links';
import { freeze, writeAnswer, type Version } from './answer';
import { followMerges } from './follow';
import { membersOf, type Member, type Members } from './members';

/** How a frozen question is read: as the record stands for the reader, and as it stood at its version. */
export interface QuestionReads {
  read: <T>(run: (published: Published) => Promise<T>) => Promise<T>;
  readAt: <T>(instant: Date, run: (published: Published) => Promise<T>) => Promise<T>;
}

/**
 * Opens a frozen question again: the answer as it stood, made anew from the record and compared with the fingerprint, and
 * what came, went and changed since. Null for an id that is none, or of a version that was never there.
 */
export async function reopenQuestion({ read, readAt }: QuestionReads, id: string): Promise<ReopenedView | null> {
  const frozen = parseFrozenId(id);
  if (frozen === null) return null;
  const { question } = frozen;
  const now = await read(async (published) => {
    const [version, newest, members] = await Promise.all([
      versionOf(published, frozen),
      newestPublication(published),
      followMerges(published, question).then((asked) => membersOf(published, asked)),
    ]);
    return version && newest && { version, newest, members };
  });
  if (now === null) return null;
  const { version } = now;
  const then = await readAt(version.recordedAt, (published) => membersOf(published, question));
  const { added, gone, changed } = compare(then, now.members);
  const told = [then.records, added, gone, changed].flatMap((list: readonly { id: string }[]) =>
    list.slice(0, membersTold).map(({ id: each }) => each),
  );
  const named = [...namedIn(question), ...told];
  const { links, next } = await read(async (published) => ({
    links: await linksTo(published, named),
    next: await publicationAfter(published, version),
  }));
  const asThen = freeze(question, version, then);
  const { newest, members } = now;
  return {
    question,
    about: namedIn(question).flatMap((each) => links.get(each) ?? []),
    frozen: { ...asThen, id },
    verified: asThen.sha256.startsWith(frozen.fingerprint),
    movedWithinSecond: next !== null && next <= endOfSecond(version.recordedAt),
    members: toldOf(then.records, links, ({ revision }) => ({ revision })),
    now: {
      version: Number(newest.sequence),
      recordedAt: newest.recordedAt.toISOString(),
      count: members.records.length,
      complete: members.complete,
    },
    added: toldOf(added, links, ({ revision }) => ({ revision })),
    gone: toldOf(gone, links, ({ revision }) => ({ revision })),
    changed: toldOf(changed, links, ({ from, to }) => ({ from, to })),
  };
}

/** The answer as a document, where its fingerprint is that of the id; null otherwise. */
export async function answerDocument({ read, readAt }: QuestionReads, id: string): Promise<string | null> {
  const frozen = parseFrozenId(id);
  const version = frozen && (await read((published) => versionOf(published, frozen)));
  if (frozen === null || version === null) return null;
  const { question, fingerprint } = frozen;
  const members = await readAt(version.recordedAt, (published) => membersOf(published, question));
  if (!freeze(question, version, members).sha256.startsWith(fingerprint)) return null;
  return writeAnswer(question, version, members);
}

/** The version that an id names, if it was the newest at some moment: of publications at one instant only the last was. */
async function versionOf(published: Published, { version }: Frozen): Promise<Version | null> {
  const newest = await newestPublication(published);
  if (newest === null || BigInt(version) > newest.sequence) return null;
  const [at, after] = await Promise.all([
    published.publication.findUnique({ where: { sequence: version }, select: { sequence: true, recordedAt: true } }),
    published.publication.findUnique({ where: { sequence: version + 1 }, select: { recordedAt: true } }),
  ]);
  return at === null || after?.recordedAt.getTime() === at.recordedAt.getTime() ? null : at;
}

async function publicationAfter(published: Published, { sequence }: Version): Promise<Date | null> {
  const after = await published.publication.findUnique({
    where: { sequence: sequence + 1n },
    select: { recordedAt: true },
  });
  return after?.recordedAt ?? null;
}

/** The records that a question names. */
function namedIn(question: Question): string[] {
  if (question.of === 'list') return [];
  if (question.of === 'related') return [question.id];
  if (question.of === 'board') return [question.id, ...(question.member === null ? [] : [question.member])];
  const { actor, issue, programme } = question.filter;
  return [actor, issue, programme].filter((id) => id !== null);
}

function compare(then: Members, now: Members) {
  const before = new Map(then.records.map(({ id, revision }) => [id, revision]));
  const after = new Set(now.records.map(({ id }) => id));
  return {
    added: now.records.filter(({ id }) => !before.has(id)),
    gone: then.records.filter(({ id }) => !after.has(id)),
    changed: now.records.flatMap(({ id, revision: to }) => {
      const from = before.get(id);
      return from === undefined || from === to ? [] : [{ id, from, to }];
    }),
  };
}

/** As many as are told, under the names that they have now: what was withdrawn since is named no more. */
function toldOf<M extends Pick<Member, 'id'>, T>(
  members: readonly M[],
  links: ReadonlyMap<string, RecordLink>,
  rest: (member: M) => T,
): { count: number; items: (T & { record: RecordLink })[] } {
  const items = members.slice(0, membersTold).flatMap((each) => {
    const record = links.get(each.id);
    return record === undefined ? [] : [{ record, ...rest(each) }];
  });
  return { count: members.length, items };
}
