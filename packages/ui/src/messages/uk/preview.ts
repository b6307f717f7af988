import type { preview as original } from '../en/preview';
import type { Translation } from '../translation';

export const preview: Translation<typeof original> = {
  title: 'Попередній перегляд: {title}',
  label: 'Це попередній перегляд',
  lead: 'Попередній перегляд, не опубліковано.',
  version:
    'Це версія {version}, якою її побачили б читачі: {standing, select, approved {затверджена} other {ще не затверджена}}.',
  translation:
    'Це версія {version} перекладу ({language}), якою її побачили б читачі: {standing, select, approved {затверджена} other {ще не затверджена}}. Оригінал опубліковано.',
  may: 'Вона може змінитися або ніколи не бути опублікованою.',
  terms: 'Не цитуйте її й не передавайте далі. Ця адреса діє щонайдовше до <when></when>.',
  comes: 'Історія та постійна адреса цієї версії з’являться разом із публікацією.',
};
