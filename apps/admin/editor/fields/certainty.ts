import { parseEdtf, type EdtfDate, type Qualifier } from '@rapporteur/domain/edtf';

/** How sure a date is, as the picker beside it names it. */
export const certainties = [
  'on',
  'about',
  'possibly',
  'possibly_about',
  'before',
  'after',
  'between',
  'since',
  'until',
] as const;
export type Certainty = (typeof certainties)[number];

/** An EDTF date taken apart: how sure it is, and its one or two dates as EDTF without a mark of doubt. */
export interface DateParts {
  certainty: Certainty;
  first: string;
  /** Only of "between". */
  last: string;
}

const doubts: Record<Qualifier, Certainty> = {
  uncertain: 'possibly',
  approximate: 'about',
  uncertain_and_approximate: 'possibly_about',
};
const marks: Partial<Record<Certainty, string>> = { possibly: '?', about: '~', possibly_about: '%' };

/** Takes a date apart; null where the text is not an EDTF date. */
export function partsOf(edtf: string): DateParts | null {
  try {
    const date = parseEdtf(edtf);
    if (date.type === 'date') return { certainty: certaintyOf(date), first: bare(edtf), last: '' };
    const [first = '', last = ''] = edtf.split('/');
    if (date.start === 'unknown') return { certainty: 'before', first: last, last: '' };
    if (date.start === 'open') return { certainty: 'until', first: last, last: '' };
    if (date.end === 'unknown') return { certainty: 'after', first, last: '' };
    return date.end === 'open' ? { certainty: 'since', first, last: '' } : { certainty: 'between', first, last };
  } catch {
    return null;
  }
}

const certaintyOf = ({ qualifier }: EdtfDate): Certainty => (qualifier === null ? 'on' : doubts[qualifier]);
const bare = (edtf: string) => edtf.replace(/[?~%]$/, '');

/** The EDTF of a date put together. What is not a date yet comes out as it was typed, so that nothing is lost. */
export function composeDate({ certainty, first, last }: DateParts): string {
  switch (certainty) {
    case 'before':
      return `/${first}`;
    case 'after':
      return `${first}/`;
    case 'since':
      return `${first}/..`;
    case 'until':
      return `../${first}`;
    case 'between':
      return `${first}/${last}`;
    default:
      return bare(first) + (marks[certainty] ?? '');
  }
}
