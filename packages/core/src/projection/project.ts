import type { AnyContent } from '@rapporteur/domain/content/content';
import { passageId, type Citation } from '@rapporteur/domain/content/citation';
import { references, relationOf } from '@rapporteur/domain/content/references';
import { sortKeyOf } from '../record/title';
import { searchRows } from './search';
import { rowsOf, span, tablesOf, type ProjectionContext, type Projector, type Rows } from './rows';

const source: Projector<'source'> = (id, content, { resolve, textOf }) => ({
  Source: [
    {
      id,
      recordId: id,
      form: content.form,
      publisherId: content.publisher && resolve(content.publisher),
      language: content.language,
      published: content.published,
      rights: content.rights,
    },
  ],
  SourceVersion: rowsOf(id, 'versions', content.versions, (version, index) => {
    const { text, length } = textOf(version.sha256);
    const shown = content.rights === 'full' ? text : null;
    return { number: index + 1, sha256: version.sha256, fetched: version.fetched, length, text: shown };
  }),
});

const actor: Projector<'actor'> = (id, content, { resolve }) => ({
  Actor: [{ id, recordId: id, type: content.type }],
  ActorName: rowsOf(id, 'names', content.names, (name) => name),
  ActorIdentifier: rowsOf(id, 'identifiers', content.identifiers, (identifier) => identifier),
  Membership: rowsOf(id, 'memberships', content.memberships, ({ organisation, role, period }) => ({
    organisationId: resolve(organisation),
    role,
    period,
    ...span(period),
  })),
  Office: rowsOf(id, 'offices', content.offices, ({ title, institution, period }) => ({
    title,
    institutionId: institution && resolve(institution),
    period,
    ...span(period),
  })),
});

const event: Projector<'event'> = (id, content, { resolve }) => ({
  Event: [
    {
      id,
      recordId: id,
      type: content.type,
      date: content.date,
      ...span(content.date),
      place: content.place,
      partOfId: content.partOf && resolve(content.partOf),
    },
  ],
  Participant: rowsOf(id, 'participants', content.participants, ({ actor, role }) => ({
    actorId: resolve(actor),
    role,
  })),
  Choice: rowsOf(id, 'choices', content.choices, ({ actor, choice }) => ({ actorId: resolve(actor), choice })),
});

const programme: Projector<'programme'> = (id, content, { resolve }) => ({
  Programme: [
    {
      id,
      recordId: id,
      status: content.status,
      nature: content.nature,
      period: content.period,
      ...span(content.period),
      editionOfId: content.editionOf && resolve(content.editionOf),
    },
  ],
  ProgrammeParty: rowsOf(id, 'parties', content.parties, (party) => ({ actorId: resolve(party) })),
  Provision: rowsOf(id, 'provisions', content.provisions, ({ subject, scope, force }, ordinal) => ({
    ordinal,
    subject,
    scope,
    force,
  })),
  ProgrammeRelation: rowsOf(id, 'relations', content.relations, ({ type, programme }) => ({
    type,
    programmeId: resolve(programme),
  })),
});

const issue: Projector<'issue'> = (id, content) => ({ Issue: [{ id, recordId: id, question: content.question }] });

const statement: Projector<'statement'> = (id, content, { resolve }) => ({
  Statement: [
    {
      id,
      recordId: id,
      speakerId: resolve(content.speaker),
      onBehalfOfId: content.onBehalfOf && resolve(content.onBehalfOf),
      eventId: content.event && resolve(content.event),
      act: content.act,
      speech: content.speech,
      date: content.date,
      ...span(content.date),
      text: content.text,
    },
  ],
  Claim: rowsOf(id, 'claims', content.claims, ({ text, role, issue }, ordinal) => ({
    ordinal,
    text,
    role,
    issueId: issue && resolve(issue),
  })),
  Report: rowsOf(id, 'reports', content.reports, ({ source, repeats }) => ({
    sourceId: resolve(source),
    repeatsId: repeats && resolve(repeats),
  })),
});

const position: Projector<'position'> = (id, content, { resolve }) => ({
  Position: [
    {
      id,
      recordId: id,
      actorId: resolve(content.actor),
      issueId: resolve(content.issue),
      stance: content.turns.at(-1)?.stance ?? null,
    },
  ],
  Turn: rowsOf(id, 'turns', content.turns, ({ turn, stance, date, summary }, ordinal) => ({
    ordinal,
    turn,
    stance,
    date,
    ...span(date),
    summary,
  })),
});

const commitment: Projector<'commitment'> = (id, content, { resolve }) => ({
  Commitment: [{ id, recordId: id, programmeId: content.programme && resolve(content.programme) }],
  CommitmentParty: [
    ...rowsOf(id, 'owedBy', content.owedBy, (party) => ({ actorId: resolve(party), side: 'owed_by' })),
    ...rowsOf(id, 'owedTo', content.owedTo, (party) => ({ actorId: resolve(party), side: 'owed_to' })),
  ],
  CommitmentStep: rowsOf(id, 'steps', content.steps, ({ step, date, event }, ordinal) => ({
    ordinal,
    step,
    date,
    ...span(date),
    eventId: event && resolve(event),
  })),
});

const article: Projector<'article'> = (id, content) => ({
  Article: [{ id, recordId: id, byline: content.byline, date: content.date, from: span(content.date).from }],
});

/** The rows of the published tables that a record's content stands for. Pure: the same content gives the same rows. */
export function project(
  recordId: string,
  record: AnyContent,
  citations: readonly Citation[],
  context: ProjectionContext,
): Rows {
  const named = references(record.kind, record.content);
  const sortKey = sortKeyOf(record);
  const sources = citations.map((citation, index) => ({
    field: `/citations/${index}`,
    value: citation.passage.source,
  }));
  return {
    ...Object.fromEntries(tablesOf[record.kind].map((table) => [table, []])),
    ...partsOf(recordId, record, context),
    Reference: [...named, ...sources].map(({ field, value }) => ({
      id: `${recordId}${field}`,
      recordId,
      field,
      targetId: context.resolve(value),
      relation: relationOf(record.kind, field),
      sortKey,
    })),
    Citation: rowsOf(recordId, 'citations', citations, ({ field, role, passage }, ordinal) => ({
      ordinal,
      field,
      role,
      passageId: passageId({ ...passage, source: context.resolve(passage.source) }),
    })),
    ...searchRows(recordId, record, citations, context),
  };
}

function partsOf(id: string, record: AnyContent, context: ProjectionContext): Rows {
  switch (record.kind) {
    case 'source':
      return source(id, record.content, context);
    case 'actor':
      return actor(id, record.content, context);
    case 'event':
      return event(id, record.content, context);
    case 'programme':
      return programme(id, record.content, context);
    case 'issue':
      return issue(id, record.content, context);
    case 'statement':
      return statement(id, record.content, context);
    case 'position':
      return position(id, record.content, context);
    case 'commitment':
      return commitment(id, record.content, context);
    case 'article':
      return article(id, record.content, context);
  }
}
