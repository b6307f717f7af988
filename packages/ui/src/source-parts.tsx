import type { PassageView } from '@rapporteur/domain/views';
import { partAt } from '@rapporteur/domain/source-parts';
import { Glyph } from './glyph';
import { hrefOf } from './record-link';
import { text } from './text';

/** How many parts beside the one that is read are led to by their numbers, on either side. */
const beside = 2;

/** The address of a part of a source: its own for the first. */
export const partHref = (source: string, part: number): string => (part === 1 ? source : `${source}?part=${part}`);

/**
 * The address of a passage in the part of its source that holds it; of one that stands in no version any more (0), that of
 * the source. Null where its version is not told.
 */
export function passageHref({
  id,
  source,
  start,
  version,
}: Pick<PassageView, 'id' | 'source' | 'start'> & { version: number | null }): string {
  return `${partHref(hrefOf(source), version === 0 ? 1 : partAt(start))}#p-${id}`;
}

/** The way through the parts of a long text; nothing where it has one alone. */
export function Parts({ source, part, parts }: { source: string; part: number; parts: number }) {
  if (parts === 1 && part === 1) return null;
  const t = text('body');
  const near = Array.from({ length: parts }, (_, at) => at + 1).filter(
    (each) => each === 1 || each === parts || Math.abs(each - part) <= beside,
  );
  return (
    <nav className="pager parts" aria-label={t('source.parts')}>
      {part <= 1 ? null : (
        <a className="button" href={partHref(source, part - 1)} rel="prev">
          {t('source.partBefore')}
        </a>
      )}
      <ol>
        {near.map((each, at) => (
          <li key={each} {...(each - (near[at - 1] ?? each) > 1 ? { className: 'is-apart' } : {})}>
            <a
              href={partHref(source, each)}
              aria-label={t('source.part', { part: String(each), parts: String(parts) })}
              {...(each === part ? { 'aria-current': 'page' as const } : {})}
            >
              {each}
            </a>
          </li>
        ))}
      </ol>
      {part >= parts ? null : (
        <a className="button" href={partHref(source, part + 1)} rel="next">
          {t('source.partAfter')}
          <Glyph name="t-moved" className="i" />
        </a>
      )}
    </nav>
  );
}
