import { describe, expect, it } from 'vitest';
import { factsOf } from '../testing/facts-of';

describe('events', () => {
  it.each<[string, [string, string, string | null, string | null, string[]][]]>([
    [
      'They spoke at the meeting of foreign ministers in Sandhafen on 4 May 2031.',
      [['Meeting of foreign ministers in Sandhafen on 4 May 2031', 'meeting', '2031-05-04', 'Sandhafen', []]],
    ],
    [
      'Ada Köves said so at a press conference on Tuesday. The press conference was short.',
      [['Press conference on Tuesday', 'press_conference', '2031-05-06', null, ['Ada Köves']]],
    ],
    [
      'Jon Moor met with Ada Köves in Sandhafen on Tuesday.',
      [['Meeting of Jon Moor and Ada Köves', 'meeting', '2031-05-06', 'Sandhafen', ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Jon Moor met with Ada Köves of Ostland.',
      [['Meeting of Jon Moor and Ada Köves', 'meeting', null, null, ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Jon Moor of Ostland and Ada Köves met in Sandhafen.',
      [['Meeting of Jon Moor and Ada Köves', 'meeting', null, 'Sandhafen', ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Jon Moor spoke with Foreign Minister of Ostland Ada Köves.',
      [['Call of Jon Moor and Ada Köves', 'call', null, null, ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Jon Moor spoke by phone with Ada Köves.',
      [['Call of Jon Moor and Ada Köves', 'call', null, null, ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Jon Moor held a phone call with Ada Köves on Tuesday.',
      [['Phone call with Ada Köves on Tuesday', 'call', '2031-05-06', null, ['Jon Moor', 'Ada Köves']]],
    ],
    [
      'Ostland and Nordia signed the Sandhafen Accord on 4 May 2031.',
      [['Signing of the Sandhafen Accord', 'signing', '2031-05-04', null, ['Ostland', 'Nordia']]],
    ],
    ['There is not going to be a vote on Tuesday.', []],
    ['Jon Moor and Ada Köves met the challenge with silence.', []],
    ['We call on Ostland to vote. It is meeting the needs of all.', []],
    [
      'The meeting of foreign ministers of Ostland ends.',
      [['Meeting of foreign ministers of Ostland', 'meeting', null, null, ['Ostland']]],
    ],
    ['At the summit in Sandhafen, Jon Moor left.', [['Summit in Sandhafen', 'summit', null, 'Sandhafen', []]]],
    [
      'Since the summit in Sandhafen and 2008, much has changed.',
      [['Summit in Sandhafen', 'summit', null, 'Sandhafen', []]],
    ],
    ['No meeting was held.', []],
    ['She is meeting with Jon Moor on Tuesday.', []],
    ['Ada Köves is busy meeting with her team.', []],
    ['Meetings of this kind are rare.', []],
  ])('%s', (text, expected) => {
    const { events, names } = factsOf(text);
    expect(
      events.map(({ title, type, date, place, participants }) => [title, type, date, place, names(participants)]),
    ).toEqual(expected);
  });
});
