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
  ['fr', 'Pour la ministre, « le port est ouvert ».', ['la ministre [Pour] “le port est ouvert”']],
  ['fr', '« Le port est ouvert », a réagi Ada Moor.', ['Ada Moor [a réagi] “Le port est ouvert”']],
  ['fr', 'Ada Moor a écarté toute fermeture du port.', ['Ada Moor [a écarté] toute fermeture du port']],
  [
    'fr',
    'Le ministre belge, Luc Moor, en visite à Oslo lundi, a appelé les deux villes à parler.',
    ['Luc Moor [a appelé] les deux villes à parler'],
  ],
  [
    'fr',
    'Ada Moor a reconnu que le port était fermé, mais elle a promis que tous y auraient droit.',
    ['Ada Moor [a reconnu] le port était fermé', 'Ada Moor [a promis] tous y auraient droit'],
  ],
  [
    'hu',
    'A kikötő nyitva van – közölte Kis Anna kedden, aki szerint a raktárak tele vannak.',
    ['Kis Anna [közölte] A kikötő nyitva van', 'Kis Anna [szerint] a raktárak tele vannak'],
  ],
  [
    'hu',
    'Kis Anna aggodalmát fejezte ki amiatt, hogy a kikötő zárva van.',
    ['Kis Anna [aggodalmát fejezte ki] a kikötő zárva van'],
  ],
  ['fr', 'Ada Moor a exclu mardi la fermeture du port.', ['Ada Moor [a exclu] la fermeture du port']],
  ['fr', 'Ada Moor a dit regretter cette décision.', ['Ada Moor [a dit regretter] cette décision']],
  [
    'fr',
    'Ada Moor a appelé les deux villes à parler et a dénoncé leur silence.',
    ['Ada Moor [a appelé] les deux villes à parler', 'Ada Moor [a dénoncé] leur silence'],
  ],
  [
    'fr',
    'Ada Moor a souri. Selon elle, le port reste ouvert à tous.',
    ['Ada Moor [Selon] le port reste ouvert à tous'],
  ],
  ['fr', '« Le port est ouvert », déplore sa représentante, Ada Moor.', ['Ada Moor [déplore] “Le port est ouvert”']],
  ['fr', "La France et l'Allemagne ont promis une réponse.", ["France et l'Allemagne [ont promis] une réponse"]],
  ['de', 'Der Hafen bleibt offen. Das sagte Ada Moor am Dienstag.', ['Ada Moor [sagte] Der Hafen bleibt offen']],
  ['de', 'Ada Moor sprach von einem Fehler der Stadt.', ['Ada Moor [sprach von] einem Fehler der Stadt']],
  [
    'de',
    'Laut einem Bericht der Nato kam es im April zu Unfällen.',
    ['einem Bericht der Nato [Laut] kam es im April zu Unfällen'],
  ],
  [
    'de',
    'Der Hafen werde bald wieder offen sein, hieß es in Wien.',
    ['? [hieß es] Der Hafen werde bald wieder offen sein'],
  ],
  ['fr', 'Le ministre, Ada Moor, a démenti toute erreur.', ['Ada Moor [a démenti] toute erreur']],
  ['fr', 'Ada Moor affirme détenir des preuves.', ['Ada Moor [affirme] détenir des preuves']],
  [
    'de',
    'Die Minister beider Länder haben am Montag in Wien mehr Kontrollen gefordert.',
    ['Die Minister beider Länder [gefordert] mehr Kontrollen'],
  ],
  ['de', 'Der Kreml wies die Vorwürfe zurück.', ['Kreml [wies] die Vorwürfe']],
  ['de', 'Ada Moor warnte vor einem Alleingang.', ['Ada Moor [warnte] vor einem Alleingang']],
  ['hu', 'Kis Anna nem támogatja a tervet.', ['Kis Anna [támogatja] a tervet']],
  ['uk', 'Анна Мороз пообіцяла відкрити порт.', ['Анна Мороз [пообіцяла] відкрити порт']],
  ['uk', 'Речник уряду Угорщини заявив, що порт відкритий.', ['Речник уряду Угорщини [заявив] порт відкритий']],
  ['hu', 'Az Európai Bizottság üdvözölte a felajánlást.', ['Európai Bizottság [üdvözölte] a felajánlást']],
  ['hu', 'Kis Anna úgy véli, hogy a kikötő nyitva van.', ['Kis Anna [véli] a kikötő nyitva van']],
  ['uk', 'НАТО привітало рішення міста.', ['НАТО [привітало] рішення міста']],
  ['uk', 'Порт знову відкрито, повідомила в середу Анна Мороз.', ['Анна Мороз [повідомила] Порт знову відкрито']],
  [
    'uk',
    'Порту потрібен захист. Анна Мороз подякувала місту і наголосила, що порт відкритий.',
    ['Анна Мороз [подякувала] місту', 'Анна Мороз [наголосила] порт відкритий'],
  ],
] as const)('%s: %s', (language, text, expected) => {
  expect(said(text, language)).toEqual(expected);
});
