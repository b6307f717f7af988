import { dated, day, instant, partOf, tableOfKind, tableOfParts, text, whole, type Table } from './table';

const content = (field: string) => `v."content" ->> '${field}'`;
const named = (sql: string, description: string, of: string) => text(sql, description, { of });
const needed = { required: true };

const sources = [
  tableOfKind('sources', 'Source', 'Documents that the record rests on.', {
    form: text('t."form"', 'What kind of document it is.', needed),
    publisher_id: named('t."publisherId"', 'Who published it.', 'actors'),
    author: text(content('author'), 'Who wrote it.'),
    language: text('t."language"', 'The language of its text (BCP 47).', needed),
    published: text('t."published"', 'When it was published, in EDTF.'),
    address: text(content('address'), 'Where it was published.'),
    archived_address: text(content('archivedAddress'), 'Where a copy is kept.'),
    rights: text('t."rights"', '"full": its text is public. "passages": only what is cited from it is.', needed),
    licence: text(content('licence'), 'The licence of its text, which is not ours.'),
  }),
  tableOfParts('source-versions', 'SourceVersion', 'The texts of sources, as they were fetched.', {
    ...partOf('source', 'sources'),
    sha256: text('t."sha256"', 'The SHA-256 of the text in UTF-8.', needed),
    fetched: instant('t."fetched"', 'When it was fetched.', needed),
    length: whole('t."length"', 'How many code points the text has.', needed),
    text: text('t."text"', 'The text, where the rights of its source allow it; else empty.'),
  }),
];

const actors = [
  tableOfKind('actors', 'Actor', 'States, organisations, bodies and persons.', {
    type: text('t."type"', 'What it is.', needed),
    description: text(content('description'), 'Who or what it is, in words.'),
  }),
  tableOfParts('actor-names', 'ActorName', 'What actors are called, in which language.', {
    ...partOf('actor', 'actors'),
    text: text('t."text"', 'The name.', needed),
    language: text('t."language"', 'Its language and script (BCP 47).', needed),
    use: text('t."use"', 'How it is used: as the usual name, in full, in short, as an alias.', needed),
  }),
  tableOfParts('actor-identifiers', 'ActorIdentifier', 'What others identify actors by.', {
    ...partOf('actor', 'actors'),
    scheme: text('t."scheme"', 'Whose identifier it is, such as "iso3166-1-alpha-3" or "wikidata".', needed),
    value: text('t."value"', 'The identifier.', needed),
  }),
  tableOfParts('memberships', 'Membership', 'Who belonged to which organisation, and when.', {
    ...partOf('actor', 'actors'),
    organisation_id: named('t."organisationId"', 'The organisation.', 'actors'),
    role: text('t."role"', 'As what.'),
    ...dated('period', 'When'),
  }),
  tableOfParts('offices', 'Office', 'Who held which office, and when.', {
    ...partOf('actor', 'actors'),
    title: text('t."title"', 'The office.', needed),
    institution_id: named('t."institutionId"', 'Of which institution.', 'actors'),
    ...dated('period', 'When'),
  }),
];

const events = [
  tableOfKind('events', 'Event', 'Meetings, calls, summits, signings and votes.', {
    type: text('t."type"', 'What it was.', needed),
    ...dated('date', 'When it was'),
    place: text('t."place"', 'Where it was.'),
    summary: text(content('summary'), 'What happened, in words.'),
    part_of_id: named('t."partOfId"', 'The event that it was a part of.', 'events'),
  }),
  tableOfParts('participants', 'Participant', 'Who took part in events.', {
    ...partOf('event', 'events'),
    actor_id: named('t."actorId"', 'Who took part.', 'actors'),
    role: text('t."role"', 'As what.', needed),
  }),
  tableOfParts('choices', 'Choice', 'How each actor voted.', {
    ...partOf('event', 'events'),
    actor_id: named('t."actorId"', 'Who voted.', 'actors'),
    choice: text('t."choice"', 'How.', needed),
  }),
];

const programmes = [
  tableOfKind('programmes', 'Programme', 'Arrangements, and their editions.', {
    status: text('t."status"', 'Where it stands.', needed),
    nature: text('t."nature"', 'Whether it is binding, voluntary or political; empty where it is not on record.'),
    ...dated('period', 'For which time it is'),
    summary: text(content('summary'), 'What it is, in words.'),
    edition: text(content('edition'), 'Which edition it is.'),
    edition_of_id: named('t."editionOfId"', 'Of which programme it is an edition.', 'programmes'),
  }),
  tableOfParts('programme-parties', 'ProgrammeParty', 'Who takes part in programmes.', {
    ...partOf('programme', 'programmes'),
    actor_id: named('t."actorId"', 'Who takes part.', 'actors'),
  }),
  tableOfParts('provisions', 'Provision', 'What programmes include, exclude or leave in dispute.', {
    ...partOf('programme', 'programmes', 't."ordinal"'),
    subject: text('t."subject"', 'What it is about.', needed),
    scope: text('t."scope"', 'Whether that is included, excluded or disputed.', needed),
    force: text('t."force"', 'Whether it binds; empty where it is not on record.'),
  }),
  tableOfParts('programme-relations', 'ProgrammeRelation', 'How programmes relate to one another.', {
    ...partOf('programme', 'programmes'),
    type: text('t."type"', 'How it relates.', needed),
    other_id: named('t."programmeId"', 'To which programme.', 'programmes'),
  }),
];

const statements = [
  tableOfKind('statements', 'Statement', 'Who said what, when, and in which capacity.', {
    speaker_id: named('t."speakerId"', 'Who said it.', 'actors'),
    capacity: text(content('capacity'), 'In which capacity, on that day.'),
    on_behalf_of_id: named('t."onBehalfOfId"', 'For whom.', 'actors'),
    event_id: named('t."eventId"', 'At which event.', 'events'),
    channel: text(content('channel'), 'Through which channel.'),
    act: text('t."act"', 'What the speaker did by saying it.', needed),
    speech: text('t."speech"', '"direct": the words of the speaker. "indirect": those of the reporter.', needed),
    ...dated('date', 'When it was said'),
    original_language: text(content('originalLanguage'), 'The language that it was said in (BCP 47).'),
    text: text('t."text"', 'What was said.', needed),
  }),
  tableOfParts('claims', 'Claim', 'What statements are taken to say.', {
    ...partOf('statement', 'statements', 't."ordinal"'),
    text: text('t."text"', 'The claim.', needed),
    role: text('t."role"', 'Whether it is claimed, or given as a reason.', needed),
    issue_id: named('t."issueId"', 'The issue that it is about.', 'issues'),
  }),
  tableOfParts('reports', 'Report', 'Where statements were reported. Those of one origin count as one.', {
    ...partOf('statement', 'statements'),
    source_id: named('t."sourceId"', 'The source that reports it.', 'sources'),
    repeats_id: named('t."repeatsId"', 'The source whose report it repeats.', 'sources'),
  }),
  tableOfParts(
    'attribution',
    `(SELECT v."recordId", a.number - 1 AS place, a.link, f."targetId" FROM "Entry" e
        JOIN "PublishedRevision" v ON v."recordId" = e."id" AND v."revisionNumber" = e."revisionNumber"
        CROSS JOIN jsonb_array_elements(v."content" -> 'attribution') WITH ORDINALITY AS a (link, number)
        LEFT JOIN "Reference" f ON f."id" = v."recordId" || '/attribution/' || (a.number - 1) || '/actor'
        WHERE e."kind" = 'statement' AND e."state" = 'live') t`,
    'Through whom a statement came to us, from the speaker outwards.',
    {
      ...partOf('statement', 'statements', 't.place'),
      link: text(`t.link ->> 'link'`, 'What part they had in it.', needed),
      actor_id: named('t."targetId"', 'Who it was.', 'actors'),
      name: text(`t.link ->> 'name'`, 'Their name, where the record has no actor for them.'),
    },
  ),
];

const positions = [
  tableOfKind('issues', 'Issue', 'Questions on which actors take positions.', {
    question: text('t."question"', 'The question.', needed),
    description: text(content('description'), 'What is asked, in words.'),
  }),
  tableOfKind('positions', 'Position', 'Where an actor stands on an issue.', {
    actor_id: named('t."actorId"', 'Whose position it is.', 'actors'),
    issue_id: named('t."issueId"', 'On which issue.', 'issues'),
    stance: text('t."stance"', 'Where they stand now; empty where a position has lapsed.'),
  }),
  tableOfParts('turns', 'Turn', 'How positions changed.', {
    ...partOf('position', 'positions', 't."ordinal"'),
    turn: text('t."turn"', 'How it changed.', needed),
    stance: text('t."stance"', 'The stance from then on; empty where it lapsed.'),
    ...dated('date', 'When'),
    summary: text('t."summary"', 'The position, in words.', needed),
  }),
];

const commitments = [
  tableOfKind('commitments', 'Commitment', 'Who owes what to whom.', {
    programme_id: named('t."programmeId"', 'Under which programme.', 'programmes'),
    summary: text(content('summary'), 'What is owed, in words.'),
  }),
  tableOfParts('commitment-parties', 'CommitmentParty', 'Who owes, and to whom.', {
    ...partOf('commitment', 'commitments'),
    side: text('t."side"', '"owed_by" or "owed_to".', needed),
    actor_id: named('t."actorId"', 'Who.', 'actors'),
  }),
  tableOfParts('commitment-steps', 'CommitmentStep', 'How far commitments came.', {
    ...partOf('commitment', 'commitments', 't."ordinal"'),
    step: text('t."step"', 'The step.', needed),
    ...dated('date', 'When'),
    event_id: named('t."eventId"', 'At which event.', 'events'),
  }),
];

const rest = [
  tableOfKind('articles', 'Article', 'Narratives that cite records. Their text is in records.jsonl.', {
    byline: text('t."byline"', 'Who signed it.', needed),
    date: text('t."date"', 'Its date, in EDTF.', needed),
    from: day('t."from"', 'The first day that "date" may mean.'),
    standfirst: text(content('standfirst'), 'What it says, in short.'),
  }),
  tableOfParts(
    'citations',
    '"Citation" t JOIN "Passage" p ON p."id" = t."passageId"',
    'Which passage of which source each field of a record rests on.',
    {
      record_id: text('t."recordId"', 'The record.', { ...needed, of: 'entries' }),
      place: whole('t."ordinal"', 'Where it stands among the citations of its record, from 0.', needed),
      field: text('t."field"', 'The field: a JSON pointer into the content of the record.', needed),
      role: text('t."role"', 'Whether the passage supports it, contradicts it, or gives context.', needed),
      source_id: named('p."recordId"', 'The source of the passage.', 'sources'),
      sha256: text('p."sha256"', 'The version of the text.', needed),
      start: whole('p."start"', 'Where the passage begins in it, in code points.', needed),
      end: whole('p."end"', 'Where it ends, exclusive.', needed),
      exact: text('p."exact"', 'The words.', needed),
      prefix: text('p."prefix"', 'What stands before them.'),
      suffix: text('p."suffix"', 'What stands after them.'),
    },
  ),
];

const history: readonly Table[] = [
  {
    name: 'entries',
    title: 'entries',
    description:
      'Every record that was ever public: what stands, what was withdrawn and why, what became one with another.',
    columns: {
      id: text('t."id"', 'The permanent id.', needed),
      kind: text('t."kind"', 'What it is a record of.', needed),
      slug: text('t."slug"', 'The last part of its address on the site.', needed),
      state: text('t."state"', '"live", "withdrawn" or "merged".', needed),
      title: text('t."title"', 'What lists call it; of what is withdrawn or merged nothing is told.'),
      reason: text('t."reason"', 'Why it was withdrawn or merged.'),
      merged_into_id: named('t."mergedIntoId"', 'The record that it became one with.', 'entries'),
    },
    key: ['id'],
    from: '"Entry" t',
    order: 't."id" COLLATE "C"',
  },
  {
    name: 'publications',
    title: 'publications',
    description:
      'The publication log: what was published, corrected and withdrawn, each row with the hash of the row before.',
    columns: {
      sequence: whole('t."sequence"', 'Its number. The newest is the version of the whole record.', needed),
      record_id: named('t."recordId"', 'The record.', 'entries'),
      revision: whole('t."revisionNumber"', 'The version that became public.'),
      action: text('t."action"', 'What was done.', needed),
      language: text('t."language"', 'The language of a translation; empty where the record itself is meant.'),
      note: text('n."note"', 'What readers are told about it: nothing of what came before a withdrawal.'),
      recorded_at: instant('t."recordedAt"', 'When it was done.', needed),
      content_hash: text('t."contentHash"', 'The SHA-256 of the content.', needed),
      previous_hash: text('t."previousHash"', 'The hash of the row before.', needed),
      hash: text('t."hash"', 'The hash of this row.', needed),
    },
    key: ['sequence'],
    from: '"Publication" t LEFT JOIN "PublicNote" n ON n."sequence" = t."sequence"',
    order: 't."sequence"',
  },
];

/** Every table of an export, in the order in which it holds them. */
export const tables: readonly Table[] = [
  ...actors,
  ...events,
  ...programmes,
  ...positions,
  ...statements,
  ...commitments,
  ...sources,
  ...rest,
  ...history,
];
