/** What is said of a record wherever it stands: its state, its versions, its translations, and how it is cited and followed. */
export const records = {
  withdrawnKind:
    'Withdrawn {kind, select, source {source} actor {actor} event {event} programme {programme} issue {issue} statement {statement} position {position} commitment {commitment} other {article}}',
  version: 'Version {version}',
  tombstone: {
    crumb: 'Withdrawn',
    title:
      'This {kind, select, source {source} actor {actor} event {event} programme {programme} issue {issue} statement {statement} position {position} commitment {commitment} other {article}} was withdrawn',
    text: 'It no longer stands. We withdrew it on <when></when>, and its address stays so that whoever was sent here learns why.',
    why: 'Why',
    noReason: 'The editors left no reason.',
    history: 'Its history',
    before: 'The page as it stood before',
    description: 'This record was withdrawn.',
  },
  nothing: {
    title: 'Nothing stands at this address',
    text: 'No page of the record was ever published here, or it was published later than the moment you are reading at.',
    head: 'Nothing stands here',
    description: 'No page of the record was ever published at this address.',
  },
  ways: {
    home: 'Start from the home page',
    changes: 'Look through what changed',
    programmes: 'See every programme',
  },
  follow: {
    button: 'Follow',
    how: 'Give one of these addresses to a feed reader. It tells you {what}.',
    corrections: 'where the record was wrong, and why',
    everything: 'what is new in the whole record',
    record:
      'what is new about this {kind, select, actor {actor} issue {issue} other {programme}}, and what was corrected',
  },
  tools: {
    cite: 'Cite',
    history: 'History',
    permanent: 'Permanent address',
    changed: 'What changed last',
    state: 'Version {version}, <when></when>.',
    allVerified: '{count, plural, one {# passage} other {# passages}}, all verified.',
    someVerified: '{count, plural, one {# passage} other {# passages}}: {verified, number} verified, {not} not.',
  },
  whereYouAre: 'Where you are',
  correction: {
    title: 'Correction on this page',
    noNote: 'The editors left no note.',
    see: 'See what changed',
  },
  cite: {
    title: 'Cite this page',
    text: '“<title></title>{stop}” <i>Rapporteur</i>, version {version}, <when></when>. <address></address>',
    always: 'This address will always show version {version}.',
    download: 'Download<hidden> as {format}</hidden>',
  },
  told: {
    changed: 'Original, changed since it was translated',
    new: 'Original, added since it was translated',
    untranslated: 'Original, not translated',
  },
  translation: {
    label: 'About this translation',
    from: '{language, select, uk {Ukrainian} hu {Hungarian} fr {French} other {German}} translation of <version>version {version}</version>, published <when></when>.',
    outdated:
      'The original has moved on since: {count, plural, one {# text} other {# texts}} of it changed, came or went, and {count, plural, one {is} other {are}} shown as the original says now. <see>See what changed</see>.',
    same: 'The original stands at that version.',
    later: 'The original stands at version {version}; no text that is translated has changed.',
    original: 'Read the original',
    none: 'This record is not translated into English.',
    alsoIn: 'Also in',
    others: 'Other translations:',
  },
} as const;
