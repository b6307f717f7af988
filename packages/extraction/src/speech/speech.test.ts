import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../extract';
import type { Language, SuggestedStatement } from '../extraction';

/** Statements in short: speaker [cue] content, direct speech in quotation marks, several spans with an ellipsis between. */
function said(text: string, language: Language = 'en'): string[] {
  const points = Array.from(text);
  return extract(text, { language }).statements.map(({ speaker, cue, kind, contentSpans }) => {
    const content = contentSpans.map(([start, end]) => points.slice(start, end).join('')).join(' … ');
    return `${speaker ?? '?'} [${cue ?? ''}] ${kind === 'direct' ? `“${content}”` : content}`;
  });
}

const one = (text: string, language?: Language): SuggestedStatement => {
  const [statement] = extract(text, language ? { language } : {}).statements;
  if (!statement) throw new Error(`nothing is said in: ${text}`);
  return statement;
};

describe('what follows its cue', () => {
  it.each([
    ['Ada Moor said that the bridge was closed.', 'Ada Moor [said] the bridge was closed'],
    ['Ada Moor said the bridge was closed.', 'Ada Moor [said] the bridge was closed'],
    ['Ada Moor said on Thursday the bridge was closed.', 'Ada Moor [said] the bridge was closed'],
    ['Ada Moor told reporters in Vienna on Monday that talks would go on.', 'Ada Moor [told] talks would go on'],
    ['Ada Moor has repeatedly warned that the dam may break.', 'Ada Moor [has repeatedly warned] the dam may break'],
    [
      'The foreign ministry announced on Tuesday that it had closed two consulates.',
      'The foreign ministry [announced] it had closed two consulates',
    ],
    [
      'Ada Moor, who attended the talks, reiterated that the border was open.',
      'Ada Moor [reiterated] the border was open',
    ],
    ['Ada Moor, the envoy to Vienna, insisted the border was open.', 'Ada Moor [insisted] the border was open'],
    [
      'In a letter to the council, Ada Moor pointed out that nobody had signed.',
      'Ada Moor [pointed out] nobody had signed',
    ],
    ['Ada Moor made it clear that the offer stood.', 'Ada Moor [made it clear] the offer stood'],
    ['Ada Moor said that would be one of her aims.', 'Ada Moor [said] that would be one of her aims'],
    ['The report says that 40 bridges were built.', 'The report [says] 40 bridges were built'],
    ['Officials in Vienna say the road is safe.', 'Officials in Vienna [say] the road is safe'],
    ['Ada Moor said: “The road is safe.”', 'Ada Moor [said] “The road is safe.”'],
    ['Ada Moor said, “The road is safe.”', 'Ada Moor [said] “The road is safe.”'],
    ['Ada Moor said in a note explaining her vote: “The road is safe.”', 'Ada Moor [said] “The road is safe.”'],
    ['Ada Moor said the road was “as safe as it gets”.', 'Ada Moor [said] the road was “as safe as it gets”'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('what comes before its cue', () => {
  it.each([
    ['The bridge was closed, Ada Moor said.', 'Ada Moor [said] The bridge was closed'],
    ['However, the bridge was closed, Ada Moor told journalists.', 'Ada Moor [told] the bridge was closed'],
    [
      'The bridge was closed, Ada Moor said during a press conference with her colleague.',
      'Ada Moor [said] The bridge was closed',
    ],
    ['“We shall not sign,” Ada Moor said.', 'Ada Moor [said] “We shall not sign”'],
    ['“We shall not sign,” said Ada Moor, the envoy.', 'Ada Moor [said] “We shall not sign”'],
    ['"We shall not sign," Ada Moor promised as she left.', 'Ada Moor [promised] “We shall not sign”'],
    ['“Why should we sign?” Ada Moor asked.', 'Ada Moor [asked] “Why should we sign?”'],
    [
      '‘The unity of the bloc must be kept,’ indicates a press release published on Tuesday.',
      'a press release [indicates] “The unity of the bloc must be kept”',
    ],
    ['VIENNA, May 3 (Agency) – The bridge was closed, Ada Moor said.', 'Ada Moor [said] The bridge was closed'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('quotations', () => {
  it.each([
    [
      '“We shall not sign,” Ada Moor said, “because nobody asked us.”',
      ['Ada Moor [said] “We shall not sign … because nobody asked us.”'],
    ],
    [
      '“We shall not sign,” Ada Moor said. “Nobody asked us.”',
      ['Ada Moor [said] “We shall not sign … Nobody asked us.”'],
    ],
    ['The talks, Ada Moor said, were long and hard.', ['Ada Moor [said] The talks … were long and hard']],
    [
      '“We came first. We stay,” Ada Moor said.\n\n“Nobody will move us.”',
      ['Ada Moor [said] “We came first. We stay … Nobody will move us.”'],
    ],
    [
      'Ada Moor said the talks had failed.\n\n“We were not heard at all.”',
      ['Ada Moor [said] the talks had failed', 'Ada Moor [said] “We were not heard at all.”'],
    ],
    [
      'Ada Moor explained:\n\n“We send nothing because it would not help.”',
      ['Ada Moor [explained] “We send nothing because it would not help.”'],
    ],
    ['“First we talk.\n\n“Then we sign,” Ada Moor said.', ['Ada Moor [said] “Then we sign”']],
    [
      'Ada Moor told the envoy that he would “see”:\n\nLook at the map. There is no road to take.',
      ['Ada Moor [told] he would “see”', 'Ada Moor [told] “Look at the map. There is no road to take.”'],
    ],
    [
      'What’s more, Moor said, those rules “didn’t come out of nowhere,” adding that they were old.',
      ['Moor [said] those rules “didn’t come out of nowhere,”', 'Moor [adding] they were old'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('several in one sentence', () => {
  it.each([
    [
      '“It is not our war,” Ada Moor said, adding that peace came first.',
      ['Ada Moor [said] “It is not our war”', 'Ada Moor [adding] peace came first'],
    ],
    [
      'Ada Moor said the agency was dismayed, calling the move a mistake and noting that it was the second.',
      [
        'Ada Moor [said] the agency was dismayed',
        'Ada Moor [calling] the move a mistake',
        'Ada Moor [noting] it was the second',
      ],
    ],
    [
      'Ada Moor welcomed the decision, and said it was in the interest of all.',
      ['Ada Moor [welcomed] the decision', 'Ada Moor [said] it was in the interest of all'],
    ],
    [
      'Declaring that nothing had changed, Ada Moor explained that the ban stood.',
      ['Ada Moor [Declaring] nothing had changed', 'Ada Moor [explained] the ban stood'],
    ],
    ['Ada Moor met the mayor and said that the port was open.', ['Ada Moor [said] the port was open']],
    [
      'The move was welcomed by foreign ministers in Vienna, who stressed that it was not binding.',
      ['foreign ministers [stressed] it was not binding'],
    ],
    [
      'Ada Moor said the port was open; Tom Berg replied that it was not.',
      ['Ada Moor [said] the port was open', 'Tom Berg [replied] it was not'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('acts', () => {
  it.each([
    ['Hungary refused to send weapons to the front.', 'refuses', 'to send weapons to the front'],
    ['Ada Moor called for an end to the blockade.', 'proposes', 'an end to the blockade'],
    ['Ada Moor called on her colleague to open the port.', 'proposes', 'her colleague to open the port'],
    ['Ada Moor urged the two sides to talk.', 'proposes', 'the two sides to talk'],
    ['Ada Moor emphasized the need to keep talking.', 'asserts', 'the need to keep talking'],
    ['Ada Moor expressed hope that the summit would bring peace.', 'asserts', 'the summit would bring peace'],
    ['Ada Moor condemned the attack on the port.', 'opposes', 'the attack on the port'],
    ['France opposes any change of the treaty.', 'opposes', 'any change of the treaty'],
    ['Ada Moor rejected the claim that she had signed.', 'denies', 'the claim that she had signed'],
    ['Ada Moor denied having signed the paper.', 'denies', 'having signed the paper'],
    ['Ada Moor ruled out sending troops.', 'refuses', 'sending troops'],
    ['Ada Moor warned against a new blockade.', 'warns', 'a new blockade'],
    ['Ada Moor promised to send two ships.', 'commits', 'to send two ships'],
    ['The allies agreed to train the navy.', 'commits', 'to train the navy'],
    ['Ada Moor said: “We will send two ships.”', 'commits', 'We will send two ships.'],
    ['Ada Moor said: “We will not send ships.”', 'refuses', 'We will not send ships.'],
    ['Ada Moor voiced support for the plan.', 'supports', 'the plan'],
    ['France does not support the plan of the council.', 'opposes', 'the plan of the council'],
  ])('%s', (text, act, content) => {
    const statement = one(text);
    expect(statement.act).toBe(act);
    expect(statement.contentSpans.map(([start, end]) => text.slice(start, end))).toEqual([content]);
  });
});

describe('no statement', () => {
  it.each([
    'The figures suggest that trade grew.',
    'The event highlighted how much had changed.',
    'The reported losses were small.',
    'Claims of fraud were made by member states.',
    'The council adopted a resolution calling for an end to the war.',
    'If Ada Moor says that the port is open, ships will come.',
    'Ada Moor would say nothing.',
    'Ada Moor did not say whether the port was open.',
    'The minister welcomed the envoy at the airport.',
    'Ada Moor smiled, and the envoy laughed.',
    'She was called a hero.',
    'The United States opened its port.',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
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

describe('other languages', () => {
  it.each([
    ['fr', '« Le port est ouvert », a déclaré Ada Moor mardi.', ['Ada Moor [a déclaré] “Le port est ouvert”']],
    [
      'fr',
      'Ada Moor a de nouveau souligné que le port était ouvert, ajoutant que tous y avaient droit.',
      ['Ada Moor [a de nouveau souligné] le port était ouvert', 'Ada Moor [ajoutant] tous y avaient droit'],
    ],
    ['fr', 'Ada Moor a critiqué la fermeture du port.', ['Ada Moor [a critiqué] la fermeture du port']],
    ['fr', 'Selon Ada Moor, le port reste ouvert à tous.', ['Ada Moor [Selon] le port reste ouvert à tous']],
    [
      'fr',
      'Ada Moor a dit que le port était ouvert. « Il le restera », a-t-elle ajouté.',
      ['Ada Moor [a dit] le port était ouvert', 'Ada Moor [a-t-elle ajouté] “Il le restera”'],
    ],
    ['de', '„Der Hafen ist offen“, sagte Ada Moor am Dienstag.', ['Ada Moor [sagte] “Der Hafen ist offen”']],
    ['de', 'Ada Moor sagte nach dem Treffen, der Hafen sei offen.', ['Ada Moor [sagte] der Hafen sei offen']],
    ['de', 'Ada Moor betonte, dass der Hafen offen sei.', ['Ada Moor [betonte] der Hafen offen sei']],
    ['hu', '„A kikötő nyitva van” – mondta Kis Anna kedden.', ['Kis Anna [mondta] “A kikötő nyitva van”']],
    ['hu', 'Kis Anna hangsúlyozta: a kikötő nyitva van.', ['Kis Anna [hangsúlyozta] a kikötő nyitva van']],
    ['hu', 'Kis Anna közölte, hogy a kikötő nyitva van.', ['Kis Anna [közölte] a kikötő nyitva van']],
    ['uk', '«Порт відкритий», — заявила Анна Мороз у вівторок.', ['Анна Мороз [заявила] “Порт відкритий”']],
    ['uk', 'Анна Мороз зазначила, що порт відкритий.', ['Анна Мороз [зазначила] порт відкритий']],
    [
      'uk',
      '«Чому б ні? Порт відкритий, — сказала Анна Мороз. — Ми чекаємо».',
      ['Анна Мороз [сказала] “Чому б ні? Порт відкритий … Ми чекаємо”'],
    ],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(said(text, language)).toEqual(expected);
  });
});

const pieces = fc.constantFrom(
  'Ada Moor ',
  'said ',
  'that ',
  'he ',
  'added, ',
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '»',
  ', ',
  '. ',
  ': ',
  '\n\n',
  '\n',
  'the port ',
  'is open',
  '🕊️',
  'שלום ',
  'مرحبا ',
  '𝒜',
  ' – ',
  'according to ',
  'MR. KIRBY: ',
  'Q  ',
  'calling for ',
  'and ',
  '(',
  ')',
  'who ',
  'a déclaré ',
  'sagte ',
  '\ud800',
  'U.S. ',
  '’s ',
  '12.5 ',
);

describe('for any text', () => {
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const languages = fc.constantFrom<Language>('en', 'fr', 'de', 'hu', 'uk');

  it('every span lies inside the text, in order, and the cue is what its span holds', () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const points = Array.from(text);
        for (const { cue, cueSpan, speakerSpan, contentSpans } of extract(text, { language }).statements) {
          const spans = [...contentSpans, ...(cueSpan ? [cueSpan] : []), ...(speakerSpan ? [speakerSpan] : [])];
          for (const [start, end] of spans) expect(start >= 0 && start < end && end <= points.length).toBe(true);
          if (cueSpan) expect(points.slice(...cueSpan).join('')).toBe(cue);
          expect(contentSpans.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('astral characters and right-to-left text before a statement shift nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('🕊️', '𝒜', 'שלום', 'مرحبا', 'é', '한'), { maxLength: 8 }), (before) => {
        const text = `${before.join(' ')}\n\nAda Moor said that the port 🕊️ was open.`;
        const [start, end] = one(text, 'en').contentSpans[0] ?? [0, 0];
        expect(Array.from(text).slice(start, end).join('')).toBe('the port 🕊️ was open');
      }),
    );
  });
});
