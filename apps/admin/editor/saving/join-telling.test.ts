import { describe, expect, it } from 'vitest';
import { joinTelling, type Telling } from './join-telling';

const said = (note: string | null, change: Telling['change'] = 'update'): Telling => ({ change, note });

describe('what readers are told of a change that two people work on', () => {
  it('is what either of them changed, so that saving takes nothing back that a colleague said', () => {
    expect(joinTelling(said(null), said('The figure was wrong.', 'correct'), said(null))).toEqual(
      said('The figure was wrong.', 'correct'),
    );
    expect(joinTelling(said('Old'), said('Old'), said('New', 'edit'))).toEqual(said('New', 'edit'));
    expect(joinTelling(said('Old'), said('Old'), said(null))).toEqual(said(null));
    expect(joinTelling(said('Old'), said(null), said('Old'))).toEqual(said(null));
  });

  it('holds the words of both where both wrote, and of either where nobody knows what it said before', () => {
    expect(joinTelling(said('Old'), said('Theirs'), said('Mine'))).toEqual(said('Theirs\nMine'));
    expect(joinTelling(said('Old'), said('Same'), said('Same'))).toEqual(said('Same'));
    expect(joinTelling(null, said('Theirs', 'correct'), { change: null, note: null })).toEqual(
      said('Theirs', 'correct'),
    );
    expect(joinTelling(null, said('Theirs'), said('Mine'))).toEqual(said('Theirs\nMine'));
  });
});
