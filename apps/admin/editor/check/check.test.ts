import { blankContent } from '@rapporteur/domain/content/blank';
import type { Citation } from '@rapporteur/domain/content/citation';
import { kinds } from '@rapporteur/domain/kinds';
import { describe, expect, it } from 'vitest';
import type { Content, Draft } from '../draft/draft';
import { check, isSound } from './check';

const draft = (content: Content, citations: Citation[] = []): Draft => ({
  content,
  citations,
  slug: '',
  change: null,
  note: null,
  pasted: '',
});
const citation = (field: string): Citation => ({
  field,
  role: 'supports',
  passage: { source: 'src', sha256: 'f', exact: 'x', prefix: '', suffix: '', start: 0, end: 1 },
});

describe('what stands between a draft and its review', () => {
  it.each(kinds)('is, for a blank of the kind %s, that it is empty, and not that it is wrong', (kind) => {
    const { empty, wrong } = check(kind, draft(blankContent(kind)));
    expect(empty.length).toBeGreaterThan(0);
    expect([...wrong]).toEqual([]);
  });

  const commitment = {
    title: 'A promise',
    summary: 'It was promised.',
    owedBy: ['act_01h455vb4pex5vsknk084sn02q'],
    owedTo: [],
    programme: null,
    steps: [{ step: 'agreed', date: '2023-02-30', event: null, note: null }],
  };

  it('names a wrong date with its reason, and every field without a passage', () => {
    const findings = check('commitment', draft(commitment, [citation('/owedBy')]));
    expect(findings.wrong.get('/steps/0/date')).toBe('February 2023 has no day 30');
    expect(findings).toMatchObject({ empty: [], unsupported: ['/steps/0'], needing: 2, astray: [] });
    expect(isSound(findings)).toBe(false);
  });

  it('says what must be filled, deep inside, and finds passages of fields that are gone', () => {
    const steps = [{ ...commitment.steps[0], date: '', step: null }];
    const findings = check('commitment', draft({ ...commitment, steps }, [citation('/steps/4')]));
    expect([...findings.empty].toSorted()).toEqual(['/steps/0/date', '/steps/0/step']);
    expect(findings.astray).toEqual([0]);
  });

  it('is nothing for a draft that is complete', () => {
    const steps = [{ ...commitment.steps[0], date: '../2023-11-29' }];
    const findings = check(
      'commitment',
      draft({ ...commitment, steps }, [citation('/owedBy'), citation('/steps/0/date')]),
    );
    expect(isSound(findings)).toBe(true);
    expect(findings.unsupported).toEqual([]);
  });
});
