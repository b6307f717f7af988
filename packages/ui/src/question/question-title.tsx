import { labelOf, segmentOf } from '@rapporteur/domain/kinds';
import type { Question } from '@rapporteur/domain/question/question';
import { searchAddress } from '@rapporteur/domain/search/address';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { hrefOf, titleOf } from '../record-link';
import { languageName, lower, notOnRecord, word } from '../words';

const lists = { statements: 'Statements', positions: 'Positions', mentions: 'Mentions' } as const;

/** A question in words. `about` are the records that it names. */
export function questionTitle(question: Question, about: readonly RecordLink[]): string {
  switch (question.of) {
    case 'list':
      return labelOf(question.kind, 'plural');
    case 'related':
      return `${lists[question.list]}: ${about[0] === undefined ? question.id : titleOf(about[0])}`;
    case 'search': {
      const words = question.question === '' ? 'Search' : `Search: “${question.question}”`;
      const narrowed = narrowedBy(question.filter, about);
      return narrowed.length === 0 ? words : `${words}, ${narrowed.join(', ')}`;
    }
  }
}

function narrowedBy(filter: SearchFilter, about: readonly RecordLink[]): string[] {
  const { kinds, stances, year, language, from, to } = filter;
  return [
    ...kinds.map((kind) => lower(labelOf(kind, 'plural'))),
    ...stances.map((stance) => lower(stance === 'none' ? notOnRecord : word(stance))),
    ...about.map(titleOf),
    ...(year === null ? [] : [year]),
    ...(language === null ? [] : [languageName(language)]),
    ...(from === null ? [] : [`since ${from}`]),
    ...(to === null ? [] : [`until ${to}`]),
  ];
}

/** Where the question is asked of the record as it stands; null while the record whose list it is has no address. */
export function questionHref(question: Question, about: readonly RecordLink[]): string | null {
  switch (question.of) {
    case 'list':
      return `/${segmentOf(question.kind)}`;
    case 'related': {
      const [record] = about;
      return record === undefined ? null : `${hrefOf(record)}/${question.list}`;
    }
    case 'search':
      return searchAddress(question);
  }
}
