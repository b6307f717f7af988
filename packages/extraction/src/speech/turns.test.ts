import { describe, expect, it } from 'vitest';
import { extract } from '../extract';
import { said } from '../testing/said';

const briefing = (...turns: string[]): string =>
  ['MS. MOOR:  The port is open today.', 'Q    Why?', ...turns].join('\n\n');

describe('the turns of a transcript', () => {
  it('are what their speakers say, but for questions', () => {
    expect(said(briefing('MR. LUND:  It was repaired.'))).toEqual([
      'MOOR [:] “The port is open today.”',
      'LUND [:] “It was repaired.”',
    ]);
  });

  it.each([
    'MR. LUND:  Thank you, everybody.',
    'MR. LUND:  Go ahead, Ada.',
    'MR. LUND:  (Laughter.)',
    'MR. LUND:  5:28 P.M. EST',
  ])('say nothing in: %s', (turn) => {
    expect(said(briefing(turn, 'MS. MOOR:  We repaired it.'))).toHaveLength(2);
  });

  it('are those of an interview, too, whose names are in small letters', () => {
    const text =
      'Interviewer: Is it open?\n\nAda Moor: It is. We repaired it.\n\nInterviewer: When?\n\nAda Moor: On Monday.';
    expect(said(text)).toEqual(['Ada Moor [:] “It is. We repaired it.”', 'Ada Moor [:] “On Monday.”']);
  });

  it('are those of a debate, whose speakers are named with their seat or office', () => {
    const text =
      'The Minister for Ports (Dame Ada Moor): It will be paid.\n\nBo Lund (Avaburg North) (Lab): When?\n\nDame Ada Moor: It will be paid in May.\n\nHon. Members: Shame!';
    expect(said(text)).toEqual([
      'Ada Moor [:] “It will be paid.”',
      'Bo Lund [:] “When?”',
      'Ada Moor [:] “It will be paid in May.”',
      'Hon. Members [:] “Shame!”',
    ]);
  });

  it('tell what others said, and not again what their speaker says', () => {
    const text = briefing('MR. LUND:  I think that it works. Ostland has said that the port is safe.');
    expect(said(text).slice(2)).toEqual(['Ostland [has said] the port is safe']);
  });

  it('take "he" for nobody who speaks in them, and are unsure of whom', () => {
    const text = briefing('MR. LUND:  He believes that the port is safe.');
    const { statements } = extract(text, { language: 'en' });
    expect(statements[2]?.speaker).not.toBe('LUND');
    expect(statements[2]?.confidence).toBeLessThan(0.65);
  });
});
