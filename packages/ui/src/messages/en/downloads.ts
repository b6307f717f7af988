/** What of the record there is to download, and how to use it. */
export const downloads = {
  title: 'Open data',
  description:
    'The whole public record to download: tables in CSV and JSON lines, with checksums, licence and citation.',
  lead: 'The whole public record to download, each time frozen at one version. Everything in it is public; each field leads to the passage that it rests on.',
  none: {
    title: 'The first download is being made',
    text: 'It takes some minutes after the first publication, and after a text was withdrawn. Until then every page and every list is here to read.',
  },
  newest: {
    title: 'Version {version} of the record',
    asOf: 'As it stood on <when></when>.',
    all: 'Everything in one file<hidden>, version {version}</hidden>',
    zip: 'ZIP, {size}',
  },
  licence: {
    title: 'Licence',
    text: 'The record is under <a>{title}</a>. The texts of sources keep their own licences; the table of sources tells them.',
  },
  cite: {
    title: 'How to cite',
    text: '<i>Rapporteur</i>, the public record, version {version}, <when></when>, record hash sha256:<hash></hash>. <address></address>',
  },
  hash: {
    why: 'The record hash is the SHA-256 of the file records.jsonl. Whoever imports this export into another installation gets the same.',
    stays:
      'Version and record hash stay true. The three newest exports are kept; the address of one that is gone says so, and where the newest is.',
  },
  use: {
    title: 'How to use it',
    described:
      '<a>datapackage.json</a> tells what every table and every column holds (Data Package 2.0). Programs that know it can load all tables with their types.',
    forms:
      'Each table is there as CSV for spreadsheets and as JSON lines for programs. In CSV, a cell that a spreadsheet would run has an apostrophe in front; take one leading apostrophe off.',
    resume:
      'A download that was broken off goes on where it ended: <code>curl -C - -O</code> and the address of the file.',
    listed: 'Programs find all of this, with the address and checksum of each file, at <a>/api/v1/exports</a>.',
    catalogue: '<a>dcat.jsonld</a> is the entry for catalogues of open data (DCAT 3).',
  },
  files: { title: 'Files', file: 'File', size: 'Size', sum: 'SHA-256' },
  older: { title: 'Older versions', one: 'Version {version}, as of <when></when>' },
} as const;
