import type { StatementContent } from '@rapporteur/domain/content/statement';
import type { CitationView, RecordLink } from '@rapporteur/domain/views';
import type { ReactNode } from 'react';
import { When } from './dates';
import { KeptWithMarks, Marked, marksWithin } from './evidence-mark';
import { Named } from './record-link';
import { languageName, notOnRecord, word } from './words';
import { Told, type Translated } from './told';

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

function chainOf({ statement, citations, links, translated }: Props): Link[] {
  const { speaker, capacity, onBehalfOf, event, date, speech, channel, originalLanguage, attribution } = statement;
  return [
    {
      label: 'Speaker',
      name: <Named id={speaker} links={links} />,
      detail: <KeptWithMarks marks={marksWithin(citations, '/speaker', '/act')}>{word(statement.act)}</KeptWithMarks>,
    },
    {
      label: 'Capacity on that day',
      name: (
        <Told record={translated} field="/capacity">
          <Marked text={capacity ?? notOnRecord} marks={marksWithin(citations, '/capacity', '/onBehalfOf')} />
        </Told>
      ),
      detail:
        onBehalfOf === null ? null : (
          <>
            For <Named id={onBehalfOf} links={links} />
          </>
        ),
    },
    {
      label: 'Occasion',
      name: event === null ? notOnRecord : <Named id={event} links={links} />,
      detail: (
        <KeptWithMarks marks={marksWithin(citations, '/event', '/date')}>
          <When value={date} style="short" />
        </KeptWithMarks>
      ),
    },
    {
      label: 'Form',
      name: speech === 'direct' ? 'Direct speech' : 'Indirect speech',
      detail: (
        <Marked
          text={[
            channel === null ? null : word(channel),
            originalLanguage === null ? null : `in ${languageName(originalLanguage)}`,
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
              name: link.actor === null ? (link.name ?? 'Not named') : <Named id={link.actor} links={links} />,
              detail: <KeptWithMarks marks={marksWithin(citations, `/attribution/${index}`)}>{null}</KeptWithMarks>,
            },
          ],
    ),
  ];
}
