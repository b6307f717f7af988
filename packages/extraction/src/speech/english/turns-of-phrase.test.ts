import { describe, expect, it } from 'vitest';
import { said } from '../../testing/said';

describe('turns of phrase that tell who speaks', () => {
  it.each([
    [
      'In the words of one delegate, the talks were useless.',
      ['one delegate [In the words of] the talks were useless'],
    ],
    ['The plan is dead, in Ada Moor’s view.', ['Ada Moor [in Ada Moor’s view] The plan is dead']],
    [
      'Ada Moor was quoted as saying that the port was closed.',
      ['Ada Moor [was quoted as saying] the port was closed'],
    ],
    ['Ada Moor repeated her claim that the fund was empty.', ['Ada Moor [repeated her claim] the fund was empty']],
    [
      'Ada Moor said she was tired, voicing hope the vote would be held soon.',
      ['Ada Moor [said] she was tired', 'Ada Moor [voicing hope] the vote would be held soon'],
    ],
    ['Ada Moor did not rule out that the port would close.', ['Ada Moor [did not rule out] the port would close']],
    ['A leaked letter showed that the fund was empty.', ['A leaked letter [showed] the fund was empty']],
    [
      'A source close to Ms Moor told the Herald: ‘We shall see.’',
      ['A source close to Ms Moor [told] “We shall see.”'],
    ],
    [
      'The authors, Ada Moor and Bo Lund, contend that the pact has failed. They propose that it be ended.',
      ['Ada Moor and Bo Lund [contend] the pact has failed', 'Ada Moor and Bo Lund [propose] it be ended'],
    ],
    [
      'The best line came from Ada Moor. “We came for peace,” she told the session.',
      ['Ada Moor [told] “We came for peace”'],
    ],
    ["'We guard the border,' Ada Moor said. 'Nobody pays.'", ['Ada Moor [said] “We guard the border … Nobody pays.”']],
    ['Ada Moor left.\n\nQuote from Bo Lund: “We shall see.”', ['Bo Lund [Quote] “We shall see.”']],
    ['Ada Moor went on to note that the port was open.', ['Ada Moor [went on to note] the port was open']],
    [
      'Two envoys who were in the room tell me the pact is dead.',
      ['Two envoys who were in the room [tell] the pact is dead'],
    ],
    [
      'One said the pact was dead. The other insists that it is not.',
      ['One [said] the pact was dead', 'The other [insists] it is not'],
    ],
    ['One thing is sure: the port, Ada Moor said, is open.', ['Ada Moor [said] the port … is open']],
    ['Whoever attacks us, Ada Moor said, will pay.', ['Ada Moor [said] Whoever attacks us … will pay']],
    ['The port, Ada Moor believes, will open.', ['Ada Moor [believes] The port … will open']],
    ['“It is open,” Ada Moor was quoted as saying.', ['Ada Moor [was quoted as saying] “It is open”']],
    [
      'Ada Moor, director of the Avaburg Agency, speaking by telephone, said that three cases were new.',
      ['Ada Moor [said] three cases were new'],
    ],
    [
      'The ministers of Norway, Sweden and Denmark urged both sides to stop.',
      ['The ministers of Norway, Sweden and Denmark [urged] both sides to stop'],
    ],
    [
      'Ada Moor said in an interview published on Sunday that the port was open.',
      ['Ada Moor [said] the port was open'],
    ],
    ['The ministry most strongly condemns the attack.', ['The ministry [condemns] the attack']],
    [
      'Norway’s representative took the floor. The talks, he added, were over.',
      ['Norway’s representative [added] The talks … were over'],
    ],
    [
      'A former envoy said the port was open. The Conservatives urged the council to pay.',
      ['A former envoy [said] the port was open', 'The Conservatives [urged] the council to pay'],
    ],
    ['Norway will not take part, one of them said.', ['one of them [said] Norway will not take part']],
    [
      'The port is open, Ada Moor said at a joint briefing with envoy Bo Lund in Avaburg.',
      ['Ada Moor [said] The port is open'],
    ],
    ['Ada Moor was blunt: “We shall see.”', ['Ada Moor [:] “We shall see.”']],
    [
      'The text states that the pact will last. It specifies that talks may be held.',
      ['The text [states] the pact will last', 'The text [specifies] talks may be held'],
    ],
    ['Ada Moor expects others to follow suit.', ['Ada Moor [expects] others to follow suit']],
    ['Norway promised two more batteries.', ['Norway [promised] two more batteries']],
    [
      'Minister Bo Lund announced a further billion and Ada Moor thanked Norway.',
      ['Bo Lund [announced] a further billion', 'Ada Moor [thanked] Norway'],
    ],
    ['Norway wants peace at sea. It said the port was open.', ['Norway [said] the port was open']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('where what was said ends', () => {
  it.each([
    [
      'Ostland dismissed claims that it had left, a day after a letter named it.',
      ['Ostland [dismissed] claims that it had left'],
    ],
    ['Ada Moor said the talks had failed, without giving details.', ['Ada Moor [said] the talks had failed']],
    [
      'Ada Moor said two states were against it, though she named neither.',
      ['Ada Moor [said] two states were against it'],
    ],
    ['Ada Moor said the rich pay little, a swipe at Norway.', ['Ada Moor [said] the rich pay little']],
    ['Ada Moor said the port was safe, a claim for which she had no proof.', ['Ada Moor [said] the port was safe']],
    [
      'Bo Lund, who had described the pact as “a mistake,” left. Ada Moor said it was not.',
      ['Bo Lund [had described] the pact as “a mistake,”', 'Ada Moor [said] it was not'],
    ],
    [
      'We condemn the attack and call for an immediate truce.',
      ['We [condemn] the attack', 'We [call for] an immediate truce'],
    ],
    [
      'They recommend that the pact be kept, and they caution against changing it.',
      ['They [recommend] the pact be kept', 'they [caution against] changing it'],
    ],
    [
      'Ada Moor said that the port was open and vowed the council would pay.',
      ['Ada Moor [said] the port was open', 'Ada Moor [vowed] the council would pay'],
    ],
    [
      'Ada Moor said the talks, a day after the vote, had failed.',
      ['Ada Moor [said] the talks, a day after the vote, had failed'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});
