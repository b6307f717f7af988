import type { downloads as original } from '../en/downloads';
import type { Translation } from '../translation';

export const downloads: Translation<typeof original> = {
  title: 'Offene Daten',
  description:
    'Das ganze öffentliche Register zum Herunterladen: Tabellen als CSV und JSON Lines, mit Prüfsummen, Lizenz und Zitierweise.',
  lead: 'Das ganze öffentliche Register zum Herunterladen, jeweils eingefroren auf einer Fassung. Alles darin ist öffentlich; jedes Feld führt zu der Stelle, auf der es beruht.',
  none: {
    title: 'Der erste Export wird gerade erstellt',
    text: 'Das dauert nach der ersten Veröffentlichung einige Minuten, ebenso nachdem ein Text zurückgezogen wurde. Bis dahin ist hier jede Seite und jede Liste zu lesen.',
  },
  newest: {
    title: 'Fassung {version} des Registers',
    asOf: 'Stand vom <when></when>.',
    all: 'Alles in einer Datei<hidden>, Fassung {version}</hidden>',
    zip: 'ZIP, {size}',
  },
  licence: {
    title: 'Lizenz',
    text: 'Das Register steht unter <a>{title}</a>. Die Texte der Quellen behalten ihre eigenen Lizenzen; die Tabelle der Quellen nennt sie.',
  },
  cite: {
    title: 'So wird zitiert',
    text: '<i>Rapporteur</i>, das öffentliche Register, Fassung {version}, <when></when>, Hash des Registers sha256:<hash></hash>. <address></address>',
  },
  hash: {
    why: 'Der Hash des Registers ist der SHA-256 der Datei records.jsonl. Wer diesen Export in eine andere Installation einliest, erhält denselben.',
    stays:
      'Fassung und Hash bleiben wahr. Die drei neuesten Exporte werden aufbewahrt; die Adresse eines Exports, den es nicht mehr gibt, sagt das und nennt den neuesten.',
  },
  use: {
    title: 'So wird es benutzt',
    described:
      '<a>datapackage.json</a> sagt, was jede Tabelle und jede Spalte enthält (Data Package 2.0). Programme, die das kennen, laden alle Tabellen mit ihren Typen.',
    forms:
      'Jede Tabelle gibt es als CSV für Tabellenprogramme und als JSON Lines für Programme. In CSV steht vor einer Zelle, die ein Tabellenprogramm ausführen würde, ein Apostroph; ein führender Apostroph ist wegzunehmen.',
    resume:
      'Ein abgebrochener Download geht dort weiter, wo er endete: <code>curl -C - -O</code> und die Adresse der Datei.',
    listed: 'Programme finden all das, mit Adresse und Prüfsumme jeder Datei, unter <a>/api/v1/exports</a>.',
    catalogue: '<a>dcat.jsonld</a> ist der Eintrag für Kataloge offener Daten (DCAT 3).',
  },
  files: { title: 'Dateien', file: 'Datei', size: 'Größe', sum: 'SHA-256' },
  older: { title: 'Ältere Fassungen', one: 'Fassung {version}, Stand vom <when></when>' },
};
