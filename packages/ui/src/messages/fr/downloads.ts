import type { downloads as original } from '../en/downloads';
import type { Translation } from '../translation';

export const downloads: Translation<typeof original> = {
  title: 'Données ouvertes',
  description:
    'Tout le registre public à télécharger : tables en CSV et en JSON Lines, avec sommes de contrôle, licence et citation.',
  lead: 'Tout le registre public à télécharger, figé chaque fois à une version. Tout y est public ; chaque champ mène au passage sur lequel il repose.',
  none: {
    title: 'Le premier export est en préparation',
    text: 'Cela prend quelques minutes après la première publication, et après le retrait d’un texte. D’ici là, chaque page et chaque liste se lit ici.',
  },
  newest: {
    title: 'Version {version} du registre',
    asOf: 'Tel qu’il était le <when></when>.',
    all: 'Tout en un seul fichier<hidden>, version {version}</hidden>',
    zip: 'ZIP, {size}',
  },
  licence: {
    title: 'Licence',
    text: 'Le registre est sous <a>{title}</a>. Les textes des sources gardent leurs propres licences ; la table des sources les indique.',
  },
  cite: {
    title: 'Comment citer',
    text: '<i>Rapporteur</i>, le registre public, version {version}, <when></when>, empreinte du registre sha256:<hash></hash>. <address></address>',
  },
  hash: {
    why: 'L’empreinte du registre est le SHA-256 du fichier records.jsonl. Qui importe cet export dans une autre installation obtient la même.',
    stays:
      'La version et l’empreinte restent vraies. Les trois exports les plus récents sont conservés\u202f; l’adresse d’un export qui n’y est plus le dit et mène au plus récent.',
  },
  use: {
    title: 'Comment s’en servir',
    described:
      '<a>datapackage.json</a> dit ce que contient chaque table et chaque colonne (Data Package 2.0). Les programmes qui le connaissent chargent toutes les tables avec leurs types.',
    forms:
      'Chaque table existe en CSV pour les tableurs et en JSON Lines pour les programmes. En CSV, une cellule qu’un tableur exécuterait est précédée d’une apostrophe ; il faut en ôter une au début.',
    resume:
      'Un téléchargement interrompu reprend où il s’est arrêté : <code>curl -C - -O</code> et l’adresse du fichier.',
    listed:
      'Les programmes trouvent tout cela, avec l’adresse et la somme de contrôle de chaque fichier, à <a>/api/v1/exports</a>.',
    catalogue: '<a>dcat.jsonld</a> est la notice pour les catalogues de données ouvertes (DCAT 3).',
  },
  files: { title: 'Fichiers', file: 'Fichier', size: 'Taille', sum: 'SHA-256' },
  older: { title: 'Versions antérieures', one: 'Version {version}, état du <when></when>' },
};
