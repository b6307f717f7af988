import type { lists as original } from '../en/lists';
import type { Translation } from '../translation';

export const lists: Translation<typeof original> = {
  count: {
    passage: '{count, plural, one {# passage} other {# passages}}',
    position: '{more, select, true {plus de } other {}}{count, plural, one {# position} other {# positions}}',
    statement: '{more, select, true {plus de } other {}}{count, plural, one {# déclaration} other {# déclarations}}',
    vote: '{more, select, true {plus de } other {}}{count, plural, one {# vote} other {# votes}}',
    event: '{more, select, true {plus de } other {}}{count, plural, one {# événement} other {# événements}}',
    record: '{more, select, true {plus de } other {}}{count, plural, one {# fiche} other {# fiches}}',
  },
  more: {
    position:
      'Les {shown, number} plus récentes {more, select, true {sur plus de} other {sur}} {count, plural, one {# position} other {# positions}}. <all>Voir toutes les positions</all>',
    statement:
      'Les {shown, number} plus récentes {more, select, true {sur plus de} other {sur}} {count, plural, one {# déclaration} other {# déclarations}}. <all>Voir toutes les déclarations</all>',
    vote: 'Les {shown, number} plus récents {more, select, true {sur plus de} other {sur}} {count, plural, one {# vote} other {# votes}}. <all>Voir tous les votes</all>',
    mention:
      'Les {shown, number} plus récentes {more, select, true {sur plus de} other {sur}} {count, plural, one {# mention} other {# mentions}}. <all>Voir toutes les mentions</all>',
  },
  intro: {
    source:
      'Les documents sur lesquels repose le registre, chacun conservé en copie archivée avec tous les passages utilisés.',
    actor: 'États, organisations, organes et personnes\u202f: ce qu’ils soutiennent et ce qu’ils ont dit.',
    event: 'Réunions, conférences de presse, sommets et votes, et ce qui y a été dit.',
    programme: 'Ce qui a été convenu, sous quelle forme, et ce qui en a été expressément exclu.',
    issue: 'Les questions sur lesquelles les acteurs prennent position.',
    statement: 'Qui a dit quoi, en quelle qualité ce jour-là, et comment ces mots nous sont parvenus.',
    position: 'Ce que chaque acteur soutient sur une question, évolution par évolution.',
    commitment: 'Qui s’est engagé à quoi envers qui, et où cela en est.',
    article: 'Récits de la rédaction, où chaque affirmation mène à un passage.',
  },
  none: 'Rien au registre',
  onRecord: {
    source: '{count, plural, one {# source} other {# sources}} au registre',
    actor: '{count, plural, one {# acteur} other {# acteurs}} au registre',
    event: '{count, plural, one {# événement} other {# événements}} au registre',
    programme: '{count, plural, one {# programme} other {# programmes}} au registre',
    issue: '{count, plural, one {# question} other {# questions}} au registre',
    statement: '{count, plural, one {# déclaration} other {# déclarations}} au registre',
    position: '{count, plural, one {# position} other {# positions}} au registre',
    commitment: '{count, plural, one {# engagement} other {# engagements}} au registre',
    article: '{count, plural, one {# article} other {# articles}} au registre',
  },
  kindCount: {
    source: '{count, plural, one {source} other {sources}}',
    actor: '{count, plural, one {acteur} other {acteurs}}',
    event: '{count, plural, one {événement} other {événements}}',
    programme: '{count, plural, one {programme} other {programmes}}',
    issue: '{count, plural, one {question} other {questions}}',
    statement: '{count, plural, one {déclaration} other {déclarations}}',
    position: '{count, plural, one {position} other {positions}}',
    commitment: '{count, plural, one {engagement} other {engagements}}',
    article: '{count, plural, one {article} other {articles}}',
  },
  sources: {
    parts: 'Les parties d’une même œuvre, dans leur ordre. Chacune est une source à part entière.',
    count: '{count, plural, one {# partie} many {# de parties} other {# parties}}',
    all: 'Toutes les sources',
    form: 'Quelles sources sont listées',
    kind: 'Type',
    anyKind: 'Tout type',
    publisher: 'Éditeur',
    anyPublisher: 'Tout éditeur',
    year: 'Année',
    show: 'Afficher ces sources',
  },
  misfits: {
    title: 'Une partie de cette adresse ne peut pas être demandée.',
    left: 'Elle a été laissée de côté. Tout le reste est comme demandé.',
    misfit:
      '{name, select, kind {«\u202f{value}\u202f» n’est pas un type de fiche.} stance {«\u202f{value}\u202f» n’est pas une position.} actor {«\u202f{value}\u202f» n’est l’identifiant d’aucun acteur.} issue {«\u202f{value}\u202f» n’est l’identifiant d’aucune question.} programme {«\u202f{value}\u202f» n’est l’identifiant d’aucun programme.} publisher {«\u202f{value}\u202f» n’est l’identifiant d’aucun acteur.} language {«\u202f{value}\u202f» n’est pas une langue dans laquelle des fiches se trouvent.} year {«\u202f{value}\u202f» n’est pas une année comme 2024.} years {«\u202f{value}\u202f» n’est pas une année de 0001 à 9999.} from {«\u202f{value}\u202f» n’est pas un jour comme 2024-01-31.} to {«\u202f{value}\u202f» n’est pas un jour comme 2024-01-31.} on {«\u202f{value}\u202f» n’est pas un jour comme 2024-01-31.} type {«\u202f{value}\u202f» n’est pas un type d’acteur.} region {«\u202f{value}\u202f» n’est pas une région des Nations unies.} member {«\u202f{value}\u202f» n’est l’adresse d’aucune organisation.} form {«\u202f{value}\u202f» n’est pas un type de source.} of {«\u202f{value}\u202f» n’est l’adresse d’aucune œuvre.} sort {«\u202f{value}\u202f» n’est pas un ordre qui existe.} change {«\u202f{value}\u202f» n’est pas un type de changement.} after {Aucune page n’a donné l’endroit d’où poursuivre\u202f: voici le début.} choice {«\u202f{value}\u202f» n’est pas un choix de vote.} event {«\u202f{value}\u202f» n’est pas un type d’événement.} question {«\u202f{value}\u202f» n’est l’adresse d’aucune question.} time {«\u202f{value}\u202f» n’est pas une année, un mois ou un jour comme 1975, 1975-06 ou 1975-06-30.} other {«\u202f{value}\u202f» ne peut pas être demandé ici.}}',
  },
  nothing: 'Rien ici',
  nothingOfKind: {
    source:
      'Aucune source au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
    actor:
      'Aucun acteur au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
    event:
      'Aucun événement au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
    programme:
      'Aucun programme au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
    issue:
      'Aucune question au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
    statement:
      'Aucune déclaration au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
    position:
      'Aucune position au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
    commitment:
      'Aucun engagement au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
    article:
      'Aucun article au registre à cette date. Ce n’est pas un constat sur le monde\u202f: rien n’a été publié ici.',
  },
  nothingNarrowed:
    'Aucun acteur de ce type et de cette région n’est au registre à cette date. Ce n’est pas un constat sur le monde.',
  emptyPage: 'Cette page de la liste est vide.',
  list: 'Liste\u202f: {kinds}',
  allOnRecord: '{kinds} au registre',
  description: '{kinds} au registre, avec les passages sur lesquels ils reposent.',
  pages: 'Pages de cette liste',
  start: 'Revenir au début',
  further: 'Suite',
  related: {
    nothing: 'Rien de tel n’est au registre à cette date.',
    statements: 'Déclarations',
    positions: 'Positions',
    mentions: 'Mentions',
    votes: 'Votes',
    votesLead: 'Tous les votes où le choix de cet acteur est au registre, le plus récent en tête.',
    passage: 'Un passage',
    tag: '{kind}, {list}',
    title: '{list}\u202f: {title}',
    description: {
      source: '{list} au registre, toutes\u202f: {title}.',
      actor: '{list} au registre, toutes\u202f: {title}.',
      event: '{list} au registre, toutes\u202f: {title}.',
      programme: '{list} au registre, toutes\u202f: {title}.',
      issue: '{list} au registre, toutes\u202f: {title}.',
      statement: '{list} au registre, toutes\u202f: {title}.',
      position: '{list} au registre, toutes\u202f: {title}.',
      commitment: '{list} au registre, toutes\u202f: {title}.',
      article: '{list} au registre, toutes\u202f: {title}.',
    },
    statementsOn: {
      actor: 'Toutes les déclarations au registre de cet acteur ou en son nom, les plus récentes d’abord.',
      event: 'Toutes les déclarations au registre qui y ont été faites, les plus récentes d’abord.',
      issue:
        'Toutes les déclarations au registre qui affirment quelque chose sur cette question, les plus récentes d’abord.',
      programme: 'Toutes les déclarations au registre sur ce programme, les plus récentes d’abord.',
      other: 'Aucune déclaration ne se rattache aux fiches de ce type.',
    },
    statementsTitle: 'Déclarations au registre',
    positionsLead:
      'Toutes les positions au registre qui relèvent d’ici, la dernière à évoluer en tête. Un acteur non mentionné n’a pas de position au registre, ce qui n’est pas la neutralité.',
    positionsTitle: 'Positions au registre',
    mentionsLead:
      'Toutes les fiches qui mentionnent celle-ci, et à quel endroit\u202f: chaque manière à part, les plus récentes d’abord.',
    mentionsTitle: 'Fiches qui la mentionnent',
    passageLead: 'Un passage de cette source, et chaque endroit du registre qui s’y appuie.',
    passageOpen: 'Ouvrir la source à ce passage',
    passageRests: 'Ce qui s’y appuie',
    passageTitle: 'Un passage de {title}',
    passageDescription: '«\u202f{text}\u202f»\u202f: ce qui s’appuie sur ce passage.',
  },
  home: {
    noProvision: 'Aucune disposition n’est encore au registre.',
    moreProvisions: '{count, number} de plus',
    notMentioned: '{count, plural, one {# non mentionnée} other {# non mentionnées}}',
    contested:
      'Une marque par acteur dont la position est au registre. Un acteur qui n’est pas compté n’est pas neutre.',
    issue: 'Question',
    positionsOnRecord: 'Positions au registre',
    positions: 'Positions',
    latest: 'Dernière évolution',
    none: 'Aucune au registre',
  },
};
