import type { preview as original } from '../en/preview';
import type { Translation } from '../translation';

export const preview: Translation<typeof original> = {
  title: 'Aperçu : {title}',
  label: 'Ceci est un aperçu',
  lead: 'Aperçu, non publié.',
  version:
    'Voici la version {version} telle que les lecteurs la verraient, {standing, select, approved {approuvée} other {pas encore approuvée}}.',
  translation:
    'Voici la version {version} de la traduction ({language}) telle que les lecteurs la verraient, {standing, select, approved {approuvée} other {pas encore approuvée}}. L’original est public.',
  may: 'Elle peut changer, ou ne jamais être publiée.',
  terms: 'Ne la citez pas et ne la transmettez pas. Cette adresse fonctionne au plus tard jusqu’au <when></when>.',
  comes: 'L’historique et l’adresse permanente de cette version viendront avec sa publication.',
};
