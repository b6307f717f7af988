import type { PrismaClient } from '@rapporteur/db/generated/client';
import { transaction } from '@rapporteur/db/transaction';
import type { ContentOf } from '@rapporteur/domain/content/content';
import { Desk } from './desk';

const speakers = 50;
const date = '2001-02-03';
const slug = 'measured-statement';

/** The tables that hold the rows of a statement, each with the column that names it. */
const tables = [
  ['Entry', 'id'],
  ['PublishedRevision', 'recordId'],
  ['Statement', 'recordId'],
  ['Claim', 'recordId'],
  ['Report', 'recordId'],
  ['Reference', 'recordId'],
  ['Citation', 'recordId'],
] as const;

/** Where things are in a generated record. */
export interface GeneratedRecord {
  desk: Desk;
  /** The path of the n-th generated statement, n from 1. */
  statement: (n: number) => string;
  actor: (n: number) => string;
  issue: string;
}

/**
 * Fills the record with statements by 50 speakers on one issue. One statement goes through the desk; the others are
 * copies of its published rows under other names, dates and speakers, written as one set within one publication.
 */
export async function generateRecord(owner: PrismaClient, count: number): Promise<GeneratedRecord> {
  const desk = await Desk.open(owner);
  const actors: string[] = [];
  for (let n = 1; n <= speakers; n += 1) {
    const names = [{ text: `Speaker ${n}`, language: 'en', use: 'preferred' as const }];
    const content = { type: 'state' as const, names, description: null, identifiers: [], memberships: [], offices: [] };
    actors.push((await desk.publishNew('actor', `speaker-${n}`, content, ['/names/0'])).id);
  }
  const issue = await desk.publishNew('issue', 'measured-issue', issueContent('Will the talks go on?'), ['/question']);
  const [speaker = ''] = actors;
  const content = statementContent(speaker, issue.id, desk.source);
  const template = await desk.publishNew('statement', slug, content, ['/speaker', '/claims/0']);
  await transaction(owner, (tx) => copyStatement(tx, template.id, { speaker, actors, count }), { timeout: 600_000 });
  await owner.$executeRawUnsafe('VACUUM ANALYZE');
  return {
    desk,
    statement: (n) => `/statements/${slug}-${n}`,
    actor: (n) => `/actors/speaker-${n}`,
    issue: '/issues/measured-issue',
  };
}

/** The content of an issue for measuring. */
export function issueContent(question: string): ContentOf<'issue'> {
  return { question, shortTitle: 'Talks', description: null, programmes: [] };
}

function statementContent(speaker: string, issue: string, source: string): ContentOf<'statement'> {
  return {
    text: 'The delegate said that the talks would go on in the spring.',
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

type Tx = Parameters<Parameters<typeof transaction>[1]>[0];

/** A publication that changes no page and makes every one of them be read anew. */
export function publishAgain(owner: PrismaClient): Promise<void> {
  return transaction(owner, (tx) => logAgain(tx));
}

async function logAgain(tx: Tx, recordId: string | null = null): Promise<void> {
  await tx.$executeRaw`SELECT history.begin_publication()`;
  // What the log itself settles (sequence, instant, hashes) is put in by its trigger.
  await tx.$executeRaw`
    INSERT INTO "Publication" ("sequence", "recordId", "kind", "slug", "title", "revisionNumber", "action", "note", "recordedAt", "contentHash", "previousHash", "hash")
    SELECT 0, "recordId", "kind", "slug", "title", "revisionNumber", 'edit', 'generated', "recordedAt", "contentHash", '', ''
    FROM "Publication" WHERE "recordId" = coalesce(${recordId}, "recordId") ORDER BY "sequence" DESC LIMIT 1`;
}

async function copyStatement(
  tx: Tx,
  template: string,
  how: { speaker: string; actors: string[]; count: number },
): Promise<void> {
  await logAgain(tx, template);
  for (const [table, column] of tables) {
    // A row becomes text, names in it are replaced, and the text a row again: this follows every change of the schema.
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}"
       SELECT made.* FROM "${table}" AS original, generate_series(1, $1::int) AS n,
         LATERAL jsonb_populate_record(NULL::"${table}", replace(replace(replace(replace(to_jsonb(original)::text,
           $2, 'stm_' || lpad(n::text, 26, '0')), '"${slug}"', '"${slug}-' || n || '"'),
           $3, ($4::text[])[1 + n % ${speakers}]), '${date}', (date '1990-01-01' + n % 12000)::text)::jsonb) AS made
       WHERE original."${column}" = $2`,
      how.count,
      template,
      how.speaker,
      how.actors,
    );
  }
}
