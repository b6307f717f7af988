import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction, type Transaction } from '@rapporteur/db/transaction';
import type { CommandResult } from '@rapporteur/core/record/result';
import type { ContentOf } from '@rapporteur/domain/content/content';
import { Desk } from './desk';
import { say } from './progress';

/** How many statements a record for measuring holds. */
export const statements = 100_000;

/** How many speakers made them, and how many questions they are about. */
export const others = 50;

const date = '2001-02-03';
const slug = 'measured-statement';
const fields = ['/speaker', '/date', '/claims/0'];

/** The tables that hold the rows of a statement, each with the column that names it. */
const tables = [
  ['Entry', 'id'],
  ['PublishedRevision', 'recordId'],
  ['Statement', 'recordId'],
  ['Claim', 'recordId'],
  ['Report', 'recordId'],
  ['Reference', 'recordId'],
  ['Citation', 'recordId'],
  ['SearchEntry', 'recordId'],
] as const;

/** Where things are in a generated record. */
export const paths = {
  /** The n-th generated statement, n from 1. */
  statement: (n: number) => `/statements/${slug}-${n}`,
  /** The n-th speaker, n from 1 to {@link others}; each made as many statements as the next. */
  actor: (n: number) => `/actors/speaker-${n}`,
  /** The n-th question, n from 1 to {@link others}; half of all statements are about the first. */
  issue: (n: number) => `/issues/question-${n}`,
  source: '/sources/measured-source',
};

/** A statement that goes through the desk, and what it takes to change it. */
export interface MeasuredStatement {
  live: CommandResult;
  fields: readonly string[];
  path: string;
  /** Its content with other words. */
  saying: (words: string) => ContentOf<'statement'>;
}

/**
 * Fills the record with statements by 50 speakers on 50 questions, all resting on one source. One statement goes through
 * the desk; the others are copies of its published rows under other names, dates, speakers and questions, written as one
 * set within one publication.
 */
export async function generateRecord(
  owner: PrismaClient,
  count: number,
): Promise<{ desk: Desk; statement: MeasuredStatement }> {
  const desk = await Desk.open(owner);
  const actors: string[] = [];
  const issues: string[] = [];
  for (let n = 1; n <= others; n += 1) {
    actors.push((await desk.publishNew('actor', `speaker-${n}`, actorContent(`Speaker ${n}`), ['/names/0'])).id);
    issues.push((await desk.publishNew('issue', `question-${n}`, issueContent(n), ['/question'])).id);
  }
  const [speaker = ''] = actors;
  const [issue = ''] = issues;
  const saying = (words: string) => statementContent(words, speaker, issue, desk.source);
  const live = await desk.publishNew('statement', slug, saying('The talks will go on in the spring.'), fields);
  say(`Generating ${count.toLocaleString('en')} statements`);
  await transaction(owner, (tx) => copyStatement(tx, live.id, { speaker, actors, issue, issues, count }), {
    timeout: 600_000,
  });
  await owner.$executeRawUnsafe('VACUUM ANALYZE');
  return { desk, statement: { live, fields, path: `/statements/${slug}`, saying } };
}

function actorContent(name: string): ContentOf<'actor'> {
  const names = [{ text: name, language: 'en', use: 'preferred' as const }];
  return { type: 'state', names, description: null, identifiers: [], memberships: [], offices: [] };
}

function issueContent(n: number): ContentOf<'issue'> {
  return { question: `Will talk ${n} go on?`, shortTitle: `Talk ${n}`, description: null, programmes: [] };
}

function statementContent(words: string, speaker: string, issue: string, source: string): ContentOf<'statement'> {
  return {
    text: words,
    speech: 'indirect',
    act: 'asserts',
    speaker,
    capacity: null,
    onBehalfOf: null,
    date,
    event: null,
    channel: null,
    originalLanguage: null,
    claims: [{ text: 'The talks go on in the spring.', role: 'claim', issue }],
    programmes: [],
    attribution: [],
    reports: [{ source, repeats: null }],
  };
}

/** A publication that changes no page and makes every one of them be read anew; gives its number. */
export function publishAgain(owner: PrismaClient): Promise<number> {
  return transaction(owner, (tx) => logAgain(tx));
}

async function logAgain(tx: Transaction, recordId: string | null = null): Promise<number> {
  await tx.$executeRaw`SELECT history.begin_publication()`;
  // What the log itself settles (sequence, instant, hashes) is put in by its trigger.
  const [row] = await tx.$queryRaw<{ sequence: bigint }[]>`
    INSERT INTO "Publication" ("sequence", "recordId", "kind", "slug", "title", "revisionNumber", "action", "note", "recordedAt", "contentHash", "previousHash", "hash")
    SELECT 0, "recordId", "kind", "slug", "title", "revisionNumber", 'edit', 'generated', "recordedAt", "contentHash", '', ''
    FROM "Publication" WHERE "recordId" = coalesce(${recordId}, "recordId") ORDER BY "Publication"."sequence" DESC LIMIT 1
    RETURNING "sequence"`;
  return Number(row?.sequence ?? 0);
}

async function copyStatement(
  tx: Transaction,
  template: string,
  how: { speaker: string; actors: string[]; issue: string; issues: string[]; count: number },
): Promise<void> {
  await logAgain(tx, template);
  for (const [table, column] of tables) {
    // A row becomes text, names in it are replaced, and the text a row again: this follows every change of the schema.
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}"
       SELECT made.* FROM "${table}" AS original, generate_series(1, $1::int) AS n,
         LATERAL jsonb_populate_record(NULL::"${table}", replace(replace(replace(replace(replace(to_jsonb(original)::text,
           $2, 'stm_' || lpad(n::text, 26, '0')), '"${slug}"', '"${slug}-' || n || '"'),
           $3, ($4::text[])[1 + n % ${others}]), $5, ($6::text[])[1 + CASE WHEN n % 2 = 0 THEN 0 ELSE n % ${others} END]),
           '${date}', (date '1990-01-01' + n % 12000)::text)::jsonb) AS made
       WHERE original."${column}" = $2`,
      how.count,
      template,
      how.speaker,
      how.actors,
      how.issue,
      how.issues,
    );
  }
}
