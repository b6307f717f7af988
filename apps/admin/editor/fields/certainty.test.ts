import { edtfSchema, formatEdtf } from '@rapporteur/domain/edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainties, composeDate, partsOf } from './certainty';

const day = fc.constantFrom('2023', '2023-11', '2023-11-29', '2023-XX', '202X', '2023-24');

describe('how sure a date is', () => {
  it('is taken apart and put together again without a change', () => {
    fc.assert(
      fc.property(fc.constantFrom(...certainties), day, day, (certainty, first, last) => {
        const edtf = composeDate({ certainty, first, last: certainty === 'between' ? last : '' });
        if (!edtfSchema.safeParse(edtf).success) return;
        const parts = partsOf(edtf);
        expect(parts === null ? null : composeDate(parts)).toBe(edtf);
        expect(parts?.certainty).toBe(certainty);
      }),
    );
  });

  it('is what readers are shown', () => {
    const words = (certainty: (typeof certainties)[number]) =>
      formatEdtf(composeDate({ certainty, first: '2023-11-29', last: '2023-12-01' }));
    expect(words('before')).toBe('before 29 November 2023, day not on record');
    expect(words('about')).toBe('about 29 November 2023');
    expect(words('between')).toBe('29 November – 1 December 2023');
    expect(partsOf('soon')).toBeNull();
  });
});
