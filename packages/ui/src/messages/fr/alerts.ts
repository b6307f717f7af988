import type { alerts as original } from '../en/alerts';
import type { Translation } from '../translation';

export const alerts: Translation<typeof original> = {
  title: 'Être averti par courriel',
  lead: 'Ce qui est nouveau : <page></page>, et ce qui a été corrigé.',
  whole: 'tout le registre',
  corrections: 'les corrections du registre',
  link: 'Ou être averti par courriel',
  found: 'ce qui est nouveau parmi ce que trouve cette recherche',
  feed: 'Ce qui est nouveau parmi ce que trouve cette recherche, le changement le plus récent d’abord. {title}.',
  off: {
    title: 'Les avis par courriel sont désactivés ici',
    text: 'Cette installation du registre n’envoie pas de courriel et ne prend pas d’adresses.',
    feeds: 'Un lecteur de flux vous dit la même chose. Donnez-lui l’une de ces adresses :',
  },
  form: {
    problem: 'Ce n’est pas une adresse de courriel. Écrivez-la comme pour un envoi, par exemple ada@example.org.',
    email: 'Votre adresse de courriel',
    rhythm: 'À quelle fréquence',
    daily: 'Une fois par jour, s’il y a du nouveau',
    atOnce: 'Aussitôt, à chaque changement',
    button: 'M’envoyer un courriel à confirmer',
    promise:
      'Nous envoyons un seul courriel, de {sender}, avec un lien à confirmer. Sans confirmation rien d’autre ne vient, et votre adresse est oubliée au bout de deux jours. Votre adresse ne sert qu’à cela, n’est communiquée à personne et est effacée quand vous partez : chaque courriel a un lien pour cela.',
  },
  confirm: {
    title: 'Recevoir du courriel du registre ?',
    text: 'Vous avez demandé à être averti par courriel. Appuyez sur le bouton si c’était vous. Sinon, fermez cette page : vous ne recevrez rien, et votre adresse sera oubliée au bout de deux jours.',
    button: 'Oui, avertissez-moi',
  },
  leave: {
    title: 'Ne plus recevoir ces courriels ?',
    text: 'Appuyez sur le bouton, et il n’en viendra plus. Votre adresse est effacée aussitôt.',
    button: 'Arrêter ces courriels',
  },
  done: {
    asked: {
      title: 'Consultez votre courriel',
      text: 'Si l’adresse peut recevoir nos courriels, un message avec un lien à confirmer est en route. Cela peut prendre quelques minutes. Nous en envoyons au plus trois par jour à une même adresse.',
    },
    confirmed: {
      title: 'Vous serez averti par courriel',
      text: 'Désormais vous êtes averti de ce qui est nouveau. Chaque courriel a un lien pour y mettre fin.',
    },
    expired: {
      title: 'Ce lien ne fonctionne plus',
      text: 'Un lien de confirmation vaut deux jours. Redemandez sur la page que vous voulez suivre.',
    },
    left: {
      title: 'Vous ne recevrez plus ces courriels',
      text: 'Cet avis est terminé, et votre adresse a été effacée avec lui. Les avis sur d’autres pages, si vous en avez, continuent : chacun a son propre lien.',
    },
    home: 'Vers le registre',
  },
};
