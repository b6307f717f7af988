import type { Citation } from '@rapporteur/domain/content/citation';
import type { ProgrammeContent } from '@rapporteur/domain/content/programme';
import { newId } from '@rapporteur/domain/ids';

/** A programme with a provision for each subject: the least that its schema takes. */
export const programmeOf = (subjects: readonly string[], more: Partial<ProgrammeContent> = {}): ProgrammeContent => ({
  title: 'A programme of work',
  summary: 'They agreed on a programme for the coming year.',
  status: 'agreed',
  nature: null,
  period: null,
  edition: null,
  editionOf: null,
  setOutAt: null,
  parties: [],
  provisions: subjects.map(provisionOf),
  relations: [],
  ...more,
});

export const provisionOf = (subject: string) => ({
  group: null,
  subject,
  scope: 'included' as const,
  force: null,
  note: null,
  readInFull: [],
});

const source = newId('source');

/** A citation of a source that need not exist as long as nothing is published. */
export const cite = (field: string, exact: string): Citation => ({
  field,
  role: 'supports',
  passage: { source, sha256: 'a'.repeat(64), exact, prefix: '', suffix: '', start: 0, end: exact.length },
});

/** The subjects of a programme's provisions, in their order. */
export const subjectsOf = (content: unknown): string[] =>
  (content as { provisions: { subject: string }[] }).provisions.map(({ subject }) => subject);
