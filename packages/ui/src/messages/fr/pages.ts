import type { pages as original } from '../en/pages';
import type { Translation } from '../translation';

export const pages: Translation<typeof original> = {
  home: {
    description:
      'Ce qui a été convenu, qui l’a dit et où c’est écrit\u202f: le registre public des programmes de coopération internationale.',
    agreed: 'Ce qui a été convenu,',
    said: 'qui l’a dit',
    written: 'et où c’est écrit',
    searchHint: 'Un programme, une personne, une question, une expression',
    lead: 'Le registre public des programmes de coopération internationale et de la diplomatie qui les entoure. Chaque affirmation repose sur un passage que vous pouvez lire vous-même.',
    howMuch: 'Combien figure au registre',
    lately: 'Dernières modifications',
    programmes: 'Programmes les plus récents',
    allProgrammes: 'Tous les programmes',
    noProgramme: 'Aucun programme n’est encore au registre.',
    contested: 'Questions les plus débattues',
    allIssues: 'Toutes les questions',
    article: 'Dernier article',
    allArticles: 'Tous les articles',
    past: 'Tout le registre, tel qu’il était à n’importe quel moment depuis son début.',
  },
  feed: {
    whole: 'Tout le registre',
    wholeText: 'Ce qui a été publié, rectifié, mis à jour et retiré, la modification la plus récente d’abord.',
    about: {
      actor: 'Ce qu’il y a de nouveau\u202f: {title}\u202f; la modification la plus récente d’abord.',
      issue: 'Ce qu’il y a de nouveau\u202f: {title}\u202f; la modification la plus récente d’abord.',
      programme: 'Ce qu’il y a de nouveau\u202f: {title}\u202f; la modification la plus récente d’abord.',
    },
    correctionsText: 'Où le registre se trompait\u202f: ce qui a été rectifié ou retiré, et pourquoi.',
    merged: {
      source: 'Fiche fusionnée',
      actor: 'Fiche fusionnée',
      event: 'Fiche fusionnée',
      programme: 'Fiche fusionnée',
      issue: 'Fiche fusionnée',
      statement: 'Fiche fusionnée',
      position: 'Fiche fusionnée',
      commitment: 'Fiche fusionnée',
      article: 'Fiche fusionnée',
    },
    left: 'Cette fiche n’a plus sa place ici',
    version: '{action}, version {version}',
    noted: '{what}\u202f: {note}',
    into: 'Elle fait désormais partie de «\u202f{title}\u202f».',
  },
  changes: {
    title: 'Rectifications et modifications',
    description: 'Toutes les modifications publiques du registre, avec leur motif et leur empreinte.',
    lead: 'Quand le registre se trompait, nous disons ce qu’il disait, ce qu’il dit maintenant, et pourquoi. Rien n’est supprimé\u202f: chaque version antérieure garde son adresse, et chaque modification porte l’empreinte de la précédente.',
    nothing: 'Rien n’a encore été publié',
    nothingStop: 'Rien n’a encore été publié.',
    first: 'La première modification du registre figurera ici.',
    wrong: 'Rectifications et retraits',
    all: 'Toutes les modifications',
    compare: 'Comparer deux jours',
    what: 'Ce que chaque terme recouvre',
  },
  corrections: {
    title: 'Rectifications',
    description: 'Où le registre se trompait\u202f: ce qu’il disait, ce qu’il dit maintenant, et pourquoi.',
    lead: 'Quand le registre se trompait, nous disons ce qu’il disait, ce qu’il dit maintenant, et pourquoi. Rien n’est supprimé\u202f: chaque version antérieure garde son adresse.',
    nothing: 'Rien n’a encore été rectifié',
    nothingBefore: 'Rien n’a été rectifié avant cela',
    willStand:
      'Une rectification, un retrait ou une fusion figurera ici avec son motif. <all>Voir toutes les modifications</all>.',
    latest: 'Rectifications et retraits, les plus récents d’abord',
  },
  at: {
    title: 'Lire à une date passée',
    description: 'Chaque page du registre peut être lue telle qu’elle était à n’importe quel moment.',
    lead: 'Chaque page peut être lue telle qu’elle était à n’importe quel moment\u202f: ce que nous avions alors publié, sans rien de ce que nous avons appris ensuite. Les liens d’une page passée mènent plus loin dans ce même moment.',
    change: 'Ou partez d’une modification',
    badDay: 'Donnez le jour sous la forme année, mois et jour, par exemple 2023-11-30.',
    badTime: 'Donnez l’heure en heures et minutes, par exemple 12:00.',
    noSuch: 'Ce moment n’existe pas\u202f: {moment}.',
    notYet: 'Ce moment n’est pas encore venu. Choisissez-en un jusqu’à maintenant.',
  },
  version: {
    label: 'Quelle version vous lisez',
    readingSince: 'Vous lisez la version {version}, publiée le <when></when>.',
    withdrawn: 'Cette version a été retirée. La version {version} est publique. <page>La lire</page>',
    newest: 'C’est la plus récente. <page>Aller à la page de la fiche</page>',
    newer: 'La version {version} est plus récente. <page>La lire</page> ou <diff>voir ce qui a changé</diff>',
  },
  source: {
    description: '{title}\u202f: une source du registre, avec tous les passages utilisés.',
  },
  trouble: {
    away: {
      title: 'Le registre ne répond pas',
      text: 'Cette page n’a pas pu être lue à l’instant. Rien n’est perdu\u202f: le registre et toutes ses versions sont conservés. Réessayez dans une minute.',
    },
    busy: {
      title: 'Trop de pages sont demandées à la fois',
      text: 'Cette page doit attendre son tour, et l’attente a été trop longue. Réessayez dans quelques secondes.',
    },
    guessed: {
      title: 'Trop d’aperçus ont été essayés',
      text: 'Depuis votre réseau, de nombreuses adresses d’aperçu qui ne fonctionnent pas ont été essayées. Vérifiez le lien reçu et réessayez dans un quart d’heure.',
    },
    asked: {
      title: 'Trop de courriels ont été demandés',
      text: 'Depuis votre réseau, de nombreux courriels ont été demandés au cours de la dernière heure. Réessayez plus tard ; les flux vous disent la même chose en attendant.',
    },
    foreign: {
      title: 'Ce formulaire vient d’ailleurs',
      text: 'Il n’a pas été envoyé par une page de ce site ; rien n’a donc été fait. Ouvrez la page ici et envoyez le formulaire depuis elle.',
    },
    failed: {
      title: 'Cette page n’a pas pu être établie',
      text: 'L’erreur est de notre côté et a été consignée. Le registre lui-même est intact, et toutes ses autres pages peuvent être lues.',
    },
    future: {
      title: 'Ce moment n’est pas encore venu',
      text: 'Le registre peut être lu tel qu’il était à tout moment jusqu’à présent. Choisissez-en un antérieur.',
    },
    unreadable: {
      title: 'Cette adresse ne peut pas être lue',
      text: 'Elle contient quelque chose qu’aucune adresse de ce site ne contient. Vérifiez-la, ou partez de la page d’accueil.',
    },
  },
};
