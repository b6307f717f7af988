import type { Question } from '@rapporteur/domain/question/question';
import { searchAddress } from '@rapporteur/domain/search/address';
import type { SearchFilter } from '@rapporteur/domain/search/views';
import type { RecordLink } from '@rapporteur/domain/views';
import { boardAddress } from '../board/address';
import { listAddress } from '../list-address';
import { hrefOf, titleOf } from '../record-link';
import { text } from '../text';
import { regionName } from '../region-name';
import { inSentence, kindName, languageName, lower, silence } from '../words';

/** A question in words. `about` are the records that it names. */
export function questionTitle(question: Question, about: readonly RecordLink[]): string {
  const t = text('answer');
  switch (question.of) {
    case 'list':
      return [
        kindName(question.kind, 'many'),
        ...(question.type === null ? [] : [lower(question.type)]),
        ...(question.region === null ? [] : [regionName(question.region)]),
      ].join(', ');
    case 'related':
      return t('title.related', {
        list: text('lists')(`related.${question.list}`),
        title: about[0] === undefined ? question.id : titleOf(about[0]),
      });
    case 'board': {
      const { stances, on, from, to } = question.choice;
      const [record, member] = about;
      const narrowed = [
        ...(member === undefined ? [] : [titleOf(member)]),
        ...(question.region === null ? [] : [regionName(question.region)]),
        ...stances.map((stance) => (stance === 'none' ? silence() : lower(stance))),
        ...(on === null ? [] : [on]),
        ...(from === null ? [] : [t('title.since', { date: from })]),
        ...(to === null ? [] : [t('title.until', { date: to })]),
      ];
      const title = text('board')('title', { title: record === undefined ? question.id : titleOf(record) });
      return [title, ...narrowed].join(', ');
    }
    case 'search': {
      const words =
        question.question === '' ? t('title.search') : t('title.searchFor', { question: question.question });
      const narrowed = narrowedBy(question.filter, about);
      return narrowed.length === 0 ? words : `${words}, ${narrowed.join(', ')}`;
    }
  }
}

function narrowedBy(filter: SearchFilter, about: readonly RecordLink[]): string[] {
  const t = text('answer');
  const { kinds, stances, year, language, from, to } = filter;
  return [
    ...kinds.map((kind) => inSentence(kindName(kind, 'many'))),
    ...stances.map((stance) => (stance === 'none' ? inSentence(silence()) : lower(stance))),
    ...about.map(titleOf),
    ...(year === null ? [] : [year]),
    ...(language === null ? [] : [languageName(language)]),
    ...(from === null ? [] : [t('title.since', { date: from })]),
    ...(to === null ? [] : [t('title.until', { date: to })]),
  ];
}

/** Where the question is asked of the record as it stands; null while the record whose list it is has no address. */
export function questionHref(question: Question, about: readonly RecordLink[]): string | null {
  switch (question.of) {
    case 'list':
      return listAddress(question.kind, question);
    case 'related': {
      const [record] = about;
      return record === undefined ? null : `${hrefOf(record)}/${question.list}`;
    }
    case 'board': {
      const [record, member] = about;
      if (record === undefined || (question.member !== null && member === undefined)) return null;
      return boardAddress(record, { ...question, member: member?.slug ?? null });
    }
    case 'search':
      return searchAddress(question);
  }
}
