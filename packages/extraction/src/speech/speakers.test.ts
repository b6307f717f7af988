import { describe, expect, it } from 'vitest';
import { extract } from '../extract';
import { one, said } from '../testing/said';

describe('words reported through others, and in others’ company', () => {
  it.each([
    [
      'Ada Moor was quoted by the agency as saying that the port was closed.',
      ['Ada Moor [was quoted] the port was closed'],
    ],
    [
      'The door, in her words, is open to all who come, Ada Moor said.',
      ['Ada Moor [said] The door … is open to all who come'],
    ],
    [
      'Ada Moor said the port would open “in the coming weeks,” but declined to give a day.',
      ['Ada Moor [said] the port would open “in the coming weeks,”'],
    ],
    [
      'It would be “absurd,” Ada Moor wrote, if no day were set.',
      ['Ada Moor [wrote] It would be “absurd,” … if no day were set'],
    ],
    [
      'France vetoed the plan on Monday and warned it could still leave the talks.',
      ['France [warned] it could still leave the talks'],
    ],
    [
      'Ada Moor condemned the attack and both envoys reaffirmed their support for the port.',
      ['Ada Moor [condemned] the attack', 'both envoys [reaffirmed] their support for the port'],
    ],
    [
      'The talks went on, with Foreign Minister Ada Moor saying that peace was near.',
      ['Ada Moor [saying] peace was near'],
    ],
    [
      'In a statement, the embassy thanked France for its help and voiced hope that it would go on.',
      ['the embassy [thanked] France for its help', 'the embassy [voiced hope] it would go on'],
    ],
    ['Ada Moor told reporters both ports were closed.', ['Ada Moor [told] both ports were closed']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('takes a quotation after a sentence about somebody for theirs', () => {
    const text = 'Foreign Minister Ada Moor said nothing of it. Tom Berg, the envoy, was blunt. “This port is ours.”';
    expect(extract('Foreign Minister Ada Moor was blunt. “This port is ours.”').statements[0]?.speaker).toBe(
      'Ada Moor',
    );
    expect(said(text).at(-1)).toMatch(/“This port is ours.”/);
  });

  it('takes the first person of a text for whom its title names', () => {
    const text = 'Statement by Prime Minister Ada Moor on the port\n\nI condemn the attack on the port.\n';
    const actors = [{ id: 'act_1', kind: 'person' as const, names: ['Ada Moor'], offices: [] }];
    expect(extract(text, { actors }).statements.map(({ speaker, act }) => [speaker, act])).toEqual([
      ['Ada Moor', 'opposes'],
    ]);
  });

  it('gives the day and the reasons', () => {
    const text = 'Ada Moor said on 3 May 2024 that the port was closed because the dam had broken.';
    const { date, reasons } = one(text);
    expect(date).toEqual({ text: '3 May 2024', edtf: '2024-05-03', span: [17, 27] });
    expect(reasons.map(([start, end]) => text.slice(start, end))).toEqual(['because the dam had broken']);
  });
});

describe('speakers', () => {
  it.each([
    ['Foreign Minister Ada Moor left. She said that the port was open.', ['Ada Moor [said] the port was open']],
    [
      'Foreign Minister Ada Moor said the port was open. The minister added that ships were welcome.',
      ['Ada Moor [said] the port was open', 'Ada Moor [added] ships were welcome'],
    ],
    [
      'Ada Moor said the port was open. “It is ours,” she added.',
      ['Ada Moor [said] the port was open', 'Ada Moor [added] “It is ours”'],
    ],
    ['Moscow said then that the port was closed.', ['Moscow [said] the port was closed']],
    ['France and Germany said that the port was closed.', ['France and Germany [said] the port was closed']],
    ['According to Ada Moor, the port was closed.', ['Ada Moor [According to] the port was closed']],
    ['The port was closed, according to Ada Moor.', ['Ada Moor [according to] The port was closed']],
    [
      'Foreign Minister Ada Moor left.\n\nAda Moor: The port is closed for good.',
      ['Ada Moor [:] The port is closed for good'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('says where an editor should look at the speaker again, and is less sure there', () => {
    const [named, followed] = extract('Ada Moor said the port was open. She added that ships were welcome.').statements;
    expect(followed?.reason).toMatch(/check the speaker/);
    expect(followed?.confidence ?? 1).toBeLessThan(named?.confidence ?? 0);
  });

  it('marks what a medium says of itself, and what is said within another statement', () => {
    expect(one('Reuters reported that the port was closed.').media).toBe(true);
    const [outer, inner] = extract(
      'The council has declared that it will not take part, Ada Moor said.',
    ).statements.toReversed();
    expect([outer?.speaker, outer?.within, inner?.within === null]).toEqual(['Ada Moor', null, false]);
  });
});

describe('headlines and transcripts', () => {
  const body =
    '\n\nThe port of the city was closed at noon, and ships were sent to other ports of the coast until the evening.';

  it.each([
    ['Port will be closed, Ada Moor says', 'Ada Moor [says] Port will be closed'],
    ['Ada Moor: Port will be closed', 'Ada Moor [:] Port will be closed'],
    ['Port will be closed – Ada Moor', 'Ada Moor [–] Port will be closed'],
  ])('%s', (headline, expected) => {
    const text = `${headline}${body} Foreign Minister Ada Moor left.`;
    expect(said(text)).toEqual([expected]);
    expect(one(text).headline).toBe(true);
  });

  it('gives each paragraph of a turn to its speaker, and no question or stage direction to anybody', () => {
    const turns = [
      'MS. MOOR:  Good afternoon. The port is open.',
      'We shall keep it open.',
      '(Laughter.)',
      'Q    Until when?',
      'MS. MOOR:  Until noon.',
      'MR. BERG:  No comment on that.',
    ];
    expect(said(`Briefing by Ada Moor\n\n${turns.join('\n\n')}`).map((line) => line.replace(/^.*?\[/, '['))).toEqual([
      '[:] “Good afternoon. The port is open.”',
      '[:] “We shall keep it open.”',
      '[:] “Until noon.”',
      '[:] “No comment on that.”',
    ]);
  });

  it('leaves the words of an unnamed office to it, whoever of that office was named last', () => {
    const turns = [
      'MS. MOOR:  Good afternoon. We spoke of President Anna Berg of Finland.',
      'Q    And now?',
      'THE PRESIDENT:  The port is open to all ships.',
      'MS. MOOR:  Thank you all.',
    ];
    const { statements } = extract(turns.join('\n\n'), { language: 'en' });
    expect(statements.map(({ speaker }) => speaker)).toContain('THE PRESIDENT');
    expect(statements.map(({ speaker }) => speaker)).not.toContain('Anna Berg');
  });
});
