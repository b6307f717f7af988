import type { StatementContent } from '@rapporteur/domain/content/statement';
import type { CitationView, RecordLink } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { Bare } from './bare';
import { When } from './dates';
import { KeptWithMarks, Marked, marksWithin } from './evidence-mark';
import { Named } from './record-link';
import { languageName, silence, word } from './words';
import { text } from './text';
import { MaybeTold, type Translated } from './told';

interface Link {
  label: string;
  name: ReactNode;
  detail: ReactNode;
}

interface Props {
  statement: StatementContent;
  citations: readonly CitationView[];
  links: Record<string, RecordLink>;
  translated: Translated;
  /** The fields that rest on no passage. */
  bare: ReadonlySet<string>;
}

/** How the words reached us, from the speaker outwards. A link without a name is said to be unnamed, not left out. */
export function AttributionChain(props: Props) {
  return (
    <ol className="chain">
      {chainOf(props).map((link, index) => (
        <li key={`${link.label} ${index}`}>
          <span className="label">{link.label}</span>
          <strong>{link.name}</strong>
          {link.detail}
        </li>
      ))}
    </ol>
  );
}

function chainOf({ statement, citations, links, translated, bare }: Props): Link[] {
  const t = text('body');
  const { speaker, capacity, onBehalfOf, event, date, speech, channel, originalLanguage, attribution } = statement;
  return [
    {
      label: word('speaker'),
      name: <Named id={speaker} links={links} />,
      detail: <KeptWithMarks marks={marksWithin(citations, '/speaker', '/act')}>{word(statement.act)}</KeptWithMarks>,
    },
    {
      label: t('chain.capacity'),
      name: (
        <MaybeTold told={capacity !== null} record={translated} field="/capacity">
          <Marked text={capacity ?? silence()} marks={marksWithin(citations, '/capacity', '/onBehalfOf')} />
        </MaybeTold>
      ),
      detail:
        onBehalfOf === null ? null : (
          <>
            {t.rich('chain.for', { actor: () => <Named id={onBehalfOf} links={links} /> })}
            {bare.has('/onBehalfOf') && <Bare />}
          </>
        ),
    },
    {
      label: t('chain.occasion'),
      name: event === null ? silence() : <Named id={event} links={links} />,
      detail: (
        <KeptWithMarks marks={marksWithin(citations, '/event', '/date')}>
          <When value={date} style="short" />
        </KeptWithMarks>
      ),
    },
    {
      label: t('chain.form'),
      name: t(speech),
      detail: (
        <Marked
          text={[
            channel === null ? null : word(channel),
            originalLanguage === null ? null : t('chain.inLanguage', { language: languageName(originalLanguage) }),
          ]
            .filter((part) => part !== null)
            .join(', ')}
          marks={marksWithin(citations, '/speech', '/channel', '/originalLanguage')}
        />
      ),
    },
    ...attribution.flatMap((link, index) =>
      link.link === 'speaker'
        ? []
        : [
            {
              label: word(link.link),
              name: link.actor === null ? (link.name ?? t('chain.notNamed')) : <Named id={link.actor} links={links} />,
              detail: <KeptWithMarks marks={marksWithin(citations, `/attribution/${index}`)}>{null}</KeptWithMarks>,
            },
          ],
    ),
  ];
}
