/** An answer that is cited: a list or a search that was frozen, and what changed since. */
export const answer = {
  cite: {
    title: 'Cite this answer',
    text: '“{title}.” <i>Rapporteur</i>, version {version} of the record, <when></when>.',
    tooLong: 'This question is too long for a permanent address. Ask for fewer words to cite it.',
    opens:
      'This address opens the question again, with the answer as it stands ({count, plural, one {# record} other {# records}}) and with what has changed since.',
    opensMost:
      'This address opens the question again, with the answer as it stands ({count, plural, one {# record} other {# records}}, the first {most, number} of more) and with what has changed since.',
    fingerprint: 'Fingerprint of the answer, SHA-256: <code></code>',
  },
  title: {
    related: '{list}: {title}',
    search: 'Search',
    searchFor: 'Search: “{question}”',
    since: 'since {date}',
    until: 'until {date}',
  },
  description: 'The answer of version {version} of the record, and what has changed since.',
  lead: 'This question was asked of version {version} of the record, of <when></when>. Here is the answer as it stood, and what has changed since.',
  stood: 'The answer as it stood',
  nothingThen: 'Nothing on record answered this question then.',
  verified: {
    title: 'The answer is the one that was cited',
    text: 'It was made again from the record just now, and has the fingerprint that its address holds.',
    document: 'The answer as a document<hidden>, whose SHA-256 this is</hidden>',
  },
  altered: {
    title: 'This is not the answer that was cited',
    text: 'The record gives another answer for that version than the one whose fingerprint this address holds. Either the address was altered on its way to you, or the record answers such questions otherwise than it did. Compare it with the document of whoever cited it, and do not cite this page.',
    region:
      'It was asked of a region. Regions are read by the table of this installation (UN M49), which is no part of the record: where that has moved since, the answer is another although nothing was altered.',
  },
  ways: {
    label: 'Ways on',
    stood: 'The page as it stood',
    moved: '(the record changed again within the same second: that page shows the later state)',
    now: 'The page as it stands now',
  },
  since: {
    title: 'What changed since',
    same: 'Nothing. Version {version} of the record gives the same answer.',
    moved:
      'Version {version} of the record, of <when></when>: {added, plural, one {# record} other {# records}} more, {gone, number} gone, {changed, number} changed.',
    onlyFirst:
      'Only the first {most, number} records are compared, so that one may have come or gone by its place in the list alone.',
    added: 'New in the answer ({count})',
    gone: 'No longer in the answer ({count})',
    changed: 'Changed ({count})',
    versions: 'Version {from} and version {to}<hidden> of {title}</hidden>',
  },
  more: 'And {count, number} more, in the document of the answer.',
  version: 'Version {version}<hidden> of {title}</hidden>',
} as const;
