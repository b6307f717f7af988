import { describe, expect, it } from 'vitest';
import { standingAt } from './standing';
import type { PublicationView } from './views';

const change = (
  sequence: number,
  action: PublicationView['action'],
  revisionNumber: number | null,
  language: PublicationView['language'] = null,
): PublicationView => ({
  sequence,
  record: { id: 'evt_x', kind: 'event', slug: 'x', title: 'X', state: 'live' },
  revisionNumber,
  action,
  language,
  note: null,
  withdrawn: false,
  recordedAt: `2024-01-${String(10 + sequence).padStart(2, '0')}T12:00:00.000Z`,
  contentHash: '',
  previousHash: '',
  hash: '',
});
const log = [
  change(1, 'publish', 1),
  change(2, 'correct', 2),
  change(3, 'translate', 1, 'uk'),
  change(4, 'withdraw', 2),
  change(5, 'publish', 3),
];
const on = (day: number) => standingAt(log.toReversed(), new Date(`2024-01-${day}T12:00:00.000Z`));

describe('what a record was at an instant', () => {
  it('is the version that was public then, a translation being none', () => {
    expect(on(10)).toEqual({ version: null, ended: false });
    expect(on(11)).toEqual({ version: 1 });
    expect(on(12)).toEqual({ version: 2 });
    expect(on(13)).toEqual({ version: 2 });
    expect(on(20)).toEqual({ version: 3 });
  });

  it('is nothing while it was withdrawn', () => {
    expect(on(14)).toEqual({ version: null, ended: true });
  });
});
