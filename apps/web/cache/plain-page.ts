import { escapeMarkup as escape } from '@rapporteur/domain/escape-markup';

/** A small complete page that needs neither the renderer nor the database. */
export function plainPage(title: string, text: string, link?: { href: string; text: string }): Buffer {
  const way = link === undefined ? '' : `<p><a href="${escape(link.href)}">${escape(link.text)}</a></p>`;
  return Buffer.from(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<meta name="robots" content="noindex"><title>${escape(title)} · Rapporteur</title></head>` +
      `<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p>${way}</main></body></html>\n`,
  );
}
