import { describe, expect, it } from 'vitest';
import { extract } from '../extract';
import { one, said } from '../testing/said';

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
    ['Ada Moor said on 3 May 2024 that the bridge was closed.', 'Ada Moor [said] the bridge was closed'],
    ['Ada Moor said on May 3, 2024, that the bridge was closed.', 'Ada Moor [said] the bridge was closed'],
    ['Ada Moor said in May 2024 the bridge was closed.', 'Ada Moor [said] the bridge was closed'],
    ['Ada Moor said that would be one of her aims.', 'Ada Moor [said] that would be one of her aims'],
    ['The report says that 40 bridges were built.', 'The report [says] 40 bridges were built'],
    ['Officials in Vienna say the road is safe.', 'Officials in Vienna [say] the road is safe'],
    ['Ada Moor said: “The road is safe.”', 'Ada Moor [said] “The road is safe.”'],
    ['Ada Moor said, “The road is safe.”', 'Ada Moor [said] “The road is safe.”'],
    ['Ada Moor said in a note explaining her vote: “The road is safe.”', 'Ada Moor [said] “The road is safe.”'],
    ['16:55 Ada Moor said the road was safe.', 'Ada Moor [said] the road was safe'],
    ['Ada Moor (Greens, Westburg) said she had read the bill.', 'Ada Moor [said] she had read the bill'],
    [
      'The news came hours after Ostland’s water minister, Ada Moor, vowed to fill the dam.',
      'Ada Moor [vowed] to fill the dam',
    ],
    ['France abstained, explaining that the text was new.', 'France [explaining] the text was new'],
    ['As Ada Moor put it, the road was safe.', 'Ada Moor [put it] the road was safe'],
    ['Ada Moor thinks the road is safe.', 'Ada Moor [thinks] the road is safe'],
    ['Ada Moor wants insurers to share their data.', 'Ada Moor [wants] insurers to share their data'],
    ['Ada Moor wanted to know whether the road was safe.', 'Ada Moor [wanted to know] whether the road was safe'],
    ['Ada Moor considers the vote to be void.', 'Ada Moor [considers] the vote to be void'],
    ['Ada Moor agreed to set up a centre and tasked officials with it.', 'Ada Moor [agreed] to set up a centre'],
    ['According to a study by Moor, no road is safe.', 'a study by Moor [According to] no road is safe'],
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
      'What’s more, Moor said, those rules “didn’t fall from the sky,” adding that they were old.',
      ['Moor [said] those rules “didn’t fall from the sky,”', 'Moor [adding] they were old'],
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
    'Members argued late into the night over a bill that would close the port.',
    'Ada Moor wants peace.',
    'The port will bring together pilots, agencies, states, and others.',
    'Ada Moor lived there all her life, committed to the port.',
    'Ada Moor has said that many times before.',
    'Ada Moor said farewell to the crew.',
    'These tests are open threats to our trade.',
    'She was quiet, patient, committed to her garden.',
    'The council advises and assists the minister.',
    'Nobody said that the port was open.',
    'The pilots left after their weekly call with the port.',
    'The envoys of both towns, and they continue to need it, left.',
    'The road, as expected, is safe.',
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

it.each(['Ada Moor underscored Ostland’s position.', 'Ada Moor communicated these points during the talks in Vienna.'])(
  'is unsure of what says nothing by itself: %s',
  (text) => {
    for (const { confidence } of extract(text, { language: 'en' }).statements) expect(confidence).toBeLessThan(0.5);
  },
);

it('finds within a statement what another, by name, is told to have refused', () => {
  expect(said('Ada Moor left, explaining that France has refused to lend ships.')).toEqual([
    'Ada Moor [explaining] France has refused to lend ships',
    'France [has refused] to lend ships',
  ]);
  expect(said('Ada Moor said that her country refuses to lend ships.')).toEqual([
    'Ada Moor [said] her country refuses to lend ships',
  ]);
});
