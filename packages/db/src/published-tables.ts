/** The published tables, as Prisma names them: all that the public website's role may read. */
export const publishedModels = [
  'publication',
  'entry',
  'tally',
  'publishedRevision',
  'reference',
  'citation',
  'passage',
  'source',
  'sourceVersion',
  'actor',
  'actorName',
  'actorIdentifier',
  'membership',
  'office',
  'event',
  'participant',
  'choice',
  'programme',
  'programmeParty',
  'provision',
  'programmeRelation',
  'issue',
  'statement',
  'claim',
  'report',
  'position',
  'turn',
  'commitment',
  'commitmentParty',
  'commitmentStep',
  'article',
  'publishedTranslation',
  'searchEntry',
  'searchName',
] as const;
export type PublishedModel = (typeof publishedModels)[number];

/** The names of their tables in PostgreSQL. */
export const publishedTables: readonly string[] = publishedModels.map(
  (model) => model.charAt(0).toUpperCase() + model.slice(1),
);
