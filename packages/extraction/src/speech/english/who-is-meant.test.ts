import { describe, expect, it } from 'vitest';
import { said } from '../../testing/said';

describe('who is meant where no name stands', () => {
  it.each([
    [
      'Ostia will wait, a senior official of the delegation said. “Without a date it is poetry,” the official joked.',
      [
        'a senior official of the delegation [said] Ostia will wait',
        'a senior official of the delegation [joked] “Without a date it is poetry”',
      ],
    ],
    [
      'Mr Bo Moor and the envoy discussed the port. They also welcomed the recent progress on the fund.',
      ['Mr Bo Moor and the envoy [welcomed] the recent progress on the fund'],
    ],
    [
      'Ada Moor said the port was open. Bo Lund said the fund was full. They agreed to meet in May.',
      [
        'Ada Moor [said] the port was open',
        'Bo Lund [said] the fund was full',
        'Ada Moor and Bo Lund [agreed] to meet in May',
      ],
    ],
    [
      'We, the Ministers of Austria and Chad, met today.\n\nWe condemn the attack on the port.',
      ['the Ministers of Austria and Chad [condemn] the attack on the port'],
    ],
    [
      'Minister Ada Moor and Adviser Bo Lund, who seldom agree, both dismissed the idea.',
      ['Ada Moor and Bo Lund [dismissed] the idea'],
    ],
    [
      'The third, former minister Ada Moor, insists that she read every page.',
      ['Ada Moor [insists] she read every page'],
    ],
    [
      'Ada Moor’s deputy, Bo Lund, hit back, telling the radio that a note was no briefing.',
      ['Bo Lund [telling] a note was no briefing'],
    ],
    [
      'Ada Moor spoke. According to him, the port is shut. According to her, it is open to all.',
      ['him [According to] the port is shut', 'Ada Moor [According to] it is open to all'],
    ],
    [
      '“Solidarity has an address.”\n\nAda Moor, President of the Council',
      ['Ada Moor [] “Solidarity has an address.”'],
    ],
    [
      'The head of the harbour board for the strait has warned that the fund is empty.\n\nBo Holm said that the port was shut.',
      ['Bo Holm [has warned] the fund is empty', 'Bo Holm [said] the port was shut'],
    ],
    [
      'The United Nations mission, MONUSCO, said it could not tell. Its chief, Ada Moor of Senegal, appealed for calm.',
      ['MONUSCO [said] it could not tell', 'Ada Moor [appealed for] calm'],
    ],
    ['“Nobody came,” said a trader who gave no name.', ['a trader who gave no name [said] “Nobody came”']],
    [
      'Tomas Vesely left. Vesely believes it would start with customs.',
      ['Tomas Vesely [believes] it would start with customs'],
    ],
    ['Chad’s Commission on Ships denied it had been told.', ['Chad’s Commission on Ships [denied] it had been told']],
    ['The ferry operator Moorline said the port was shut.', ['Moorline [said] the port was shut']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('where what is said ends, and what says nothing', () => {
  it.each([
    ['The President pledged not to send troops.', ['The President [pledged] not to send troops']],
    ['The minister announced nearly 500 new posts.', ['The minister [announced] nearly 500 new posts']],
    [
      'Ada Moor reaffirmed the enduring friendship of both and discussed efforts to keep it.',
      ['Ada Moor [reaffirmed] the enduring friendship of both'],
    ],
    [
      'Ada Moor condemned the strike on the port, recognising the danger to ships.',
      ['Ada Moor [condemned] the strike on the port', 'Ada Moor [recognising] the danger to ships'],
    ],
    [
      'Bo Lund, an independent backed by the party, said the rapporteur had never come.',
      ['Bo Lund [said] the rapporteur had never come'],
    ],
    [
      'Campaigners welcomed the vote but warned it would change little.',
      ['Campaigners [welcomed] the vote', 'Campaigners [warned] it would change little'],
    ],
    ['Ostia recalled its ambassador from the capital. The minister concluded the call. Ada Moor wrote a book.', []],
    [
      'Ada Moor promised new ships, adding that more would come.',
      ['Ada Moor [promised] new ships', 'Ada Moor [adding] more would come'],
    ],
    ['Ada Moor accused Chad of “theft” after learning of the cut.', ['Ada Moor [accused] Chad of “theft”']],
    ['Yet as the historian Ada Moor points out, the fund is empty.', ['Ada Moor [points out] the fund is empty']],
    ['The law supports farmers. President Ada Moor called President Bo Lund of Chad to congratulate him.', []],
    [
      'As the historian Ada Moor once observed, armies prepare for the last war.',
      ['Ada Moor [observed] armies prepare for the last war'],
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('who is meant in German, French and Ukrainian', () => {
  it.each([
    [
      'de',
      'Ein Sprecher erklärte, man habe keinen Hinweis auf den Schaden.',
      ['Ein Sprecher [erklärte] man habe keinen Hinweis auf den Schaden'],
    ],
    [
      'de',
      'Minister Bo Lund sagte: „Wir rechnen nach.“ Das Werk dürfe „nicht sterben“, so der CSU-Chef.',
      ['Bo Lund [sagte] “Wir rechnen nach.”', 'Bo Lund [so] Das Werk dürfe „nicht sterben“'],
    ],
    [
      'de',
      'Deren Wehrsprecher Bo Lund nannte das Werk ein „Fass ohne Boden“.',
      ['Bo Lund [nannte] das Werk ein „Fass ohne Boden“'],
    ],
    [
      'fr',
      '« C’est une question de mois », veut croire un diplomate européen.',
      ['un diplomate européen [veut croire] “C’est une question de mois”'],
    ],
    [
      'de',
      'Der Grünen-Politiker Bo Rohde kam. «Wer will, muss liefern», schrieb er gestern.',
      ['Bo Rohde [schrieb] “Wer will, muss liefern”'],
    ],
    [
      'de',
      'Minister Bo Lund kam. Im Gespräch mit der «Ostsee-Post» sagte er: «Zusagen rosten.»',
      ['Bo Lund [sagte] “Zusagen rosten.”'],
    ],
    ['hu', 'Kis Anna elnök csalódott. Szerinte a kikötő zárva marad.', ['Kis Anna [Szerinte] a kikötő zárva marad']],
    [
      'uk',
      'Україна відкрила міст на півдні, повідомив міністр оборони Роман Кравець. За словами Кравця, порт працює без перерви.',
      [
        'Роман Кравець [повідомив] Україна відкрила міст на півдні',
        'Роман Кравець [За словами] порт працює без перерви',
      ],
    ],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(said(text, language)).toEqual(expected);
  });
});
