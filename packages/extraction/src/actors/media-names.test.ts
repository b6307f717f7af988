import { describe, expect, it } from 'vitest';
import { read } from '../text/reading';
import { findActors } from './find-actors';

const names = (text: string): string[] =>
  findActors(read(text, 'en')).actors.map(({ name, medium }) => (medium ? `${name} (medium)` : name));

describe('media that no list has', () => {
  it.each([
    ['AVABURG, May 3 (Moorwire) – The port is open.', 'Moorwire (medium)'],
    ['AVABURG, May 3. /MOORLINE/. The port is open.', 'MOORLINE (medium)'],
    ['She told broadcaster AVK that the port was open.', 'AVK (medium)'],
    ['She told the Avaburg Ledger that the port was open.', 'Avaburg Ledger (medium)'],
    ['She said so in an interview with Moor & Mirror.', 'Moor & Mirror (medium)'],
  ])('%s', (text, name) => {
    expect(names(text)).toContain(name);
  });

  it('are not taken for people or bodies', () => {
    expect(names('She told Ada Moor that the port was open.')).toEqual(['Ada Moor']);
    expect(names('She told the Avaburg Council that it was open.')).toEqual(['Avaburg Council']);
    expect(names('He read it on the website\n\nLeave a reply')).toEqual([]);
  });
});
