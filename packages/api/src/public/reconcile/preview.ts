import { escapeMarkup as escape } from '@rapporteur/domain/escape-markup';
import type { ReconciledActor } from '@rapporteur/core/reconcile/candidates';
import { segmentOf } from '@rapporteur/domain/kinds';
import { typeOf } from './properties';

const most = 12;

/** An actor in a few lines, for a frame of 430 by 250: no script, no style, nothing loaded, one link. */
export function previewOf({ slug, title, content }: ReconciledActor, origin: string): string {
  const others = content.names.slice(1, most).map(({ text }) => text);
  const [type] = typeOf(content.type);
  const codes = content.identifiers.map(({ value }) => value);
  const line = (text: string) => (text === '' ? '' : `<p>${escape(text)}</p>`);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body>` +
    `<h1><a href="${escape(`${origin}/${segmentOf('actor')}/${slug}`)}" target="_blank" rel="noopener">${escape(title)}</a></h1>` +
    `${line([type?.name ?? '', ...codes].join(' · '))}${line(content.description ?? '')}${line(others.join(', '))}</body></html>\n`
  );
}
