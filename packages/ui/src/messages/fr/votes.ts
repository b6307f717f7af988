import type { votes as original } from '../en/votes';
import type { Translation } from '../translation';

export const votes: Translation<typeof original> = {
  form: {
    label: 'Ce que la liste montre',
    words: 'Mots du titre ou du résumé',
    from: 'De',
    to: 'À',
    time: 'Une année, un mois ou un jour, comme 1975, 1975-06 ou 1975-06-30',
    timeShort: '1975 ou 1975-06-30',
    misread:
      '«\u202f{written}\u202f» n’est ni une année, ni un mois, ni un jour\u202f: écrivez 1975, 1975-06 ou 1975-06-30.',
    issue: 'Question',
    anyIssue: 'Toutes',
    with: 'Comparer avec (nom)',
    who: 'Qui a participé ou voté (nom)',
    nobody: 'On ne sait pas quel acteur du registre est désigné par «\u202f{written}\u202f».',
    choices: 'Seulement ces choix',
    choicesOf: 'Où {actor} a choisi',
    types: 'Seulement ces genres',
    show: 'Afficher',
  },
  comparedWith: 'Comparé avec {actor}',
  counted: 'Votes par choix et par année',
  each: 'Chaque vote',
  chart: {
    caption: 'Combien de fois chaque choix a été fait, année par année',
    span: 'Année par année, de {from} à {to}',
    most: 'Le plus en une année',
    told: '{name}\u202f: {sum} en tout, le plus en {year}\u202f: {count}. Chaque année est dans le tableau ci-dessous.',
    none: '{name}\u202f: aucun',
    year: '{year}, {name}\u202f: {count}',
    peak: '{count} en {year}',
    hint: 'Toutes les lignes sont à la même échelle. Les votes sans choix au registre ne sont pas comptés, et ne sont pas une abstention.',
    hintPaler:
      'Toutes les lignes sont à la même échelle, sur toute la période\u202f; ce qui est plus pâle n’est pas demandé. Les votes sans choix au registre ne sont pas comptés, et ne sont pas une abstention.',
  },
  table: {
    title: 'La même chose en nombres, année par année',
    about: 'L’année est celle du premier jour que la date d’un vote peut désigner. Chacune mène à ses votes.',
    year: 'Année',
    all: 'Tous',
  },
  compared: {
    told: '{actor} et {other} ont tous deux choisi dans {both, plural, one {# vote} other {# votes}}, dont {alike} de la même façon ({share}).',
    never: 'Aucun vote au registre ici où {actor} et {other} ont tous deux choisi.',
    rule: 'De la même façon\u202f: le même choix parmi pour, contre et abstention. Les votes où l’un des deux était absent, n’a pas voté ou n’a pas de choix au registre sont laissés de côté.',
    caption: 'Combien de fois {actor} et {other} ont voté de la même façon, année par année',
    row: 'Les deux ont choisi',
    alike: 'De la même façon',
    differed: 'Différemment',
    both: 'Votes des deux',
    share: 'Part',
    where: 'Où ils ont différé',
  },
};
