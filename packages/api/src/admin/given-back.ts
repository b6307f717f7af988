import { escapeMarkup } from '@rapporteur/domain/escape-markup';

interface Paste {
  text: string;
  published: string;
  /** What the form as it was shown first is known by; nothing was kept under it. */
  key: string;
}

/**
 * A refused paste, for a browser without scripts: the whole text in its form again, under the reason. A cookie does not
 * carry it, and nothing of it is kept here, so the answer itself is that page.
 */
export function giveBack(problem: string, { text, published, key }: Paste): Response {
  const page =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>Not taken in · Rapporteur</title></head><body><main><h1>This text was not taken in</h1>` +
    `<p role="alert"><strong>${escapeMarkup(problem)}</strong></p>` +
    `<form action="/intake/take-in" method="post" enctype="multipart/form-data">` +
    `<input type="hidden" name="key" value="${escapeMarkup(key)}">` +
    `<p><label for="text">The text, as you pasted it</label></p>` +
    // A reader of markup drops one line break at the beginning: without this one, it would be one of the text.
    `<p><textarea id="text" name="text" rows="20" cols="80" required>\n${escapeMarkup(text)}</textarea></p>` +
    `<p><label for="published">The day it came out, if you know it</label> ` +
    `<input id="published" type="date" name="published" value="${escapeMarkup(published)}"></p>` +
    `<p><button type="submit">Take in this text</button></p></form>` +
    `<p><a href="/intake">Back to the intake, without this text</a></p></main></body></html>\n`;
  return new Response(page, {
    status: 422,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}
