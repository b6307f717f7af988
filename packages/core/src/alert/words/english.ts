import { formatEdtf } from '@rapporteur/domain/edtf';
import type { Wording } from './wording';

export const english: Wording = {
  day: (instant) => formatEdtf(instant.toISOString().slice(0, 10)),
  languages: 'en',
  confirm: {
    subject: 'Please confirm: mail from the record',
    asked: (origin) => `Somebody asked at ${origin} that this address be told by mail what is new in the record.`,
    press: 'If it was you, open this page and press the button. The link works for two days:',
    ignore: 'If it was not you, do nothing. You get no mail, and your address is forgotten after two days.',
  },
  subject: (count) => `New in the record: ${count} ${count === 1 ? 'change' : 'changes'}`,
  whatIsNew: (name) => `What is new about ${name}:`,
  more: (shown, count) => `These are ${shown} of ${count}. All are here:`,
  because: (day, origin, rhythm, name) =>
    `You get this because on ${day} you confirmed at ${origin} that you want to be told by mail, ${
      rhythm === 'daily' ? 'once a day' : 'at once'
    }, what is new about ${name}:`,
  leave: 'To get no more of these mails, and have your address forgotten:',
  changes: { publish: 'New', correct: 'Correction', update: 'Update', withdraw: 'Withdrawn', merge: 'Merged' },
  kinds: {
    source: 'source',
    actor: 'actor',
    event: 'event',
    programme: 'programme',
    issue: 'issue',
    statement: 'statement',
    position: 'position',
    commitment: 'commitment',
    article: 'article',
  },
  withdrawn: {
    source: 'This source was withdrawn.',
    actor: 'This actor was withdrawn.',
    event: 'This event was withdrawn.',
    programme: 'This programme was withdrawn.',
    issue: 'This issue was withdrawn.',
    statement: 'This statement was withdrawn.',
    position: 'This position was withdrawn.',
    commitment: 'This commitment was withdrawn.',
    article: 'This article was withdrawn.',
  },
  why: 'Why: ',
  into: (title) => `It is part of “${title}” now.`,
  version: 'This version: ',
  changed: 'What changed: ',
  page: 'Its page: ',
  names: {
    whole: 'the whole record',
    corrections: 'corrections of the record',
    aRecord: 'a record',
    quoted: (title) => `“${title}”`,
    search: (question) => `the search “${question}”`,
    anySearch: 'a search',
    withdrawn: 'a record that was withdrawn',
    noStance: 'no stance',
    stances: {},
    year: (year) => `in ${year}`,
    language: (name) => `in ${name}`,
    from: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
  },
};
