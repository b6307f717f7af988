import { describe, expect, it } from 'vitest';
import { countChoices, readRollCall, repeated } from './roll-call-text';

const listed = (text: string) => readRollCall(text).entries.map(({ name, choice }) => `${name}=${choice}`);

describe('a roll call as it is published', () => {
  it('is read line by line, the choice after or before the actor', () => {
    expect(listed('France: yes\nGermany - No\nIndia\tabstaining\nY  PERU\nA INDIA\nNo – Chad\nTuvalu, absent')).toEqual(
      ['France=yes', 'Germany=no', 'India=abstain', 'PERU=yes', 'INDIA=abstain', 'Chad=no', 'Tuvalu=absent'],
    );
  });

  it('is read under headings, with the counts that they state', () => {
    const read = readRollCall(
      'In favour (3): Albania, Bolivia (Plurinational State of),\nChad.\n\nAgainst:\nBelarus\nAbstentions [0]',
    );
    expect(read.entries.map(({ name, choice }) => `${name}=${choice}`)).toEqual([
      'Albania=yes',
      'Bolivia (Plurinational State of)=yes',
      'Chad=yes',
      'Belarus=no',
    ]);
    expect(read.stated).toEqual({ yes: 3, abstain: 0 });
    expect(countChoices(read.entries)).toMatchObject({ yes: 3, no: 1, abstain: 0 });
  });

  it('says which lines it could not read', () => {
    expect(readRollCall('Recorded vote\nFrance: yes\n').unread).toEqual(['Recorded vote']);
    expect(readRollCall('France: perhaps').unread).toEqual(['France: perhaps']);
  });

  it('keeps signs in names apart from choices', () => {
    expect(listed('Guinea-Bissau: yes\nCôte d’Ivoire: no\nKorea, Republic of: yes')).toEqual([
      'Guinea-Bissau=yes',
      'Côte d’Ivoire=no',
      'Korea, Republic of=yes',
    ]);
  });

  it('notices who is named twice', () => expect(repeated(['a', 'b', 'a', 'a'])).toEqual(['a']));
});
