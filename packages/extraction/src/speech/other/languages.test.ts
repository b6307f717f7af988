import { expect, it } from 'vitest';
import { said } from '../../testing/said';

it.each([
  ['fr', '« Le port est ouvert », a déclaré Ada Moor mardi.', ['Ada Moor [a déclaré] “Le port est ouvert”']],
  [
    'fr',
    'Ada Moor a de nouveau souligné que le port était ouvert, ajoutant que tous y avaient droit.',
    ['Ada Moor [a de nouveau souligné] le port était ouvert', 'Ada Moor [ajoutant] tous y avaient droit'],
  ],
  ['fr', 'Ada Moor a critiqué la fermeture du port.', ['Ada Moor [a critiqué] la fermeture du port']],
  ['fr', 'Selon Ada Moor, le port reste ouvert à tous.', ['Ada Moor [Selon] le port reste ouvert à tous']],
  [
    'fr',
    'Ada Moor a dit que le port était ouvert. « Il le restera », a-t-elle ajouté.',
    ['Ada Moor [a dit] le port était ouvert', 'Ada Moor [a-t-elle ajouté] “Il le restera”'],
  ],
  ['de', '„Der Hafen ist offen“, sagte Ada Moor am Dienstag.', ['Ada Moor [sagte] “Der Hafen ist offen”']],
  ['de', 'Ada Moor sagte nach dem Treffen, der Hafen sei offen.', ['Ada Moor [sagte] der Hafen sei offen']],
  ['de', 'Ada Moor betonte, dass der Hafen offen sei.', ['Ada Moor [betonte] der Hafen offen sei']],
  ['hu', '„A kikötő nyitva van” – mondta Kis Anna kedden.', ['Kis Anna [mondta] “A kikötő nyitva van”']],
  ['hu', 'Kis Anna hangsúlyozta: a kikötő nyitva van.', ['Kis Anna [hangsúlyozta] a kikötő nyitva van']],
  ['hu', 'Kis Anna közölte, hogy a kikötő nyitva van.', ['Kis Anna [közölte] a kikötő nyitva van']],
  ['uk', '«Порт відкритий», — заявила Анна Мороз у вівторок.', ['Анна Мороз [заявила] “Порт відкритий”']],
  ['uk', 'Анна Мороз зазначила, що порт відкритий.', ['Анна Мороз [зазначила] порт відкритий']],
  [
    'uk',
    '«Чому б ні? Порт відкритий, — сказала Анна Мороз. — Ми чекаємо».',
    ['Анна Мороз [сказала] “Чому б ні? Порт відкритий … Ми чекаємо”'],
  ],
] as const)('%s: %s', (language, text, expected) => {
  expect(said(text, language)).toEqual(expected);
});
