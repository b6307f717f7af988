import { formatPermalink } from '@rapporteur/domain/permalink';
import { original, pathIn, siteLanguages, type SiteLanguage } from '@rapporteur/domain/translation/languages';
import { feedAddress } from '@rapporteur/ui/follow';
import { text } from '@rapporteur/ui/text';
import { siteOrigin } from '../env';
import { mediaTypes, type FeedFormat } from '../feeds/formats';
import { pictureHeight, pictureWidth } from '../share/picture-size';
import { oembedAddress } from './cards';

interface HeadProps {
  title: string;
  description: string;
  /** The live address of the page, without its language; its past states are the same page. */
  path: string;
  /** The language that it is read in. */
  language: SiteLanguage;
  /** The status the server in front gives the page, where it is not 200. */
  status?: 400 | 410;
  /** When the version that it shows was published, of the page of a record. */
  changedAt?: string;
  /** Whether the page should stay out of search engines. */
  hidden?: boolean;
  /**
   * The languages in which the page says what it says: those of the site, and of a record those it is published in. In any
   * other it is the page of the original, with other words around it.
   */
  alternates?: readonly SiteLanguage[];
  /** The revision whose picture is shown where the page is shared; without one it is the site's. */
  picture?: { id: string; revisionNumber: number };
  /** The address of this page as it is read, where others can put a card of it into their pages. */
  card?: string;
  /** The feeds that tell what is new on the page: each by its address without the ending of a format. */
  feeds?: readonly { title: string; href: string }[];
}

const formatNames: Record<FeedFormat, string> = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' };
const formats = Object.keys(mediaTypes) as FeedFormat[];

/** What the page says about itself. React moves it into the head; nothing of it waits for scripts. */
export function Head({
  title,
  description,
  path,
  language,
  status,
  hidden = false,
  changedAt,
  alternates = siteLanguages,
  feeds = [],
  picture,
  card,
}: HeadProps) {
  const short = description.length > 300 ? `${description.slice(0, 297).replace(/\s\S*$/, '')} …` : description;
  const told = short.replaceAll(/\s+/g, ' ');
  const addressIn = (each: SiteLanguage) => siteOrigin() + pathIn(each, path);
  const here = addressIn(alternates.includes(language) ? language : original);
  return (
    <>
      <title>{title === 'Rapporteur' ? text('frame')('siteTitle') : `${title} · Rapporteur`}</title>
      <meta name="description" content={told} />
      <link rel="canonical" href={here} />
      <meta property="og:site_name" content="Rapporteur" />
      <meta property="og:type" content={changedAt === undefined ? 'website' : 'article'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={told} />
      <meta property="og:url" content={here} />
      <Picture language={language} of={picture} />
      <meta name="twitter:card" content="summary_large_image" />
      {card === undefined
        ? null
        : (['json', 'xml'] as const).map((format) => (
            <link
              key={format}
              rel="alternate"
              type={format === 'json' ? 'application/json+oembed' : 'text/xml+oembed'}
              title={title}
              href={oembedAddress(card, format)}
            />
          ))}
      {changedAt === undefined ? null : <meta property="article:modified_time" content={changedAt} />}
      {hidden || alternates.length < 2
        ? null
        : alternates.map((each) => <link key={each} rel="alternate" hrefLang={each} href={addressIn(each)} />)}
      {hidden || alternates.length < 2 ? null : (
        <link rel="alternate" hrefLang="x-default" href={addressIn(original)} />
      )}
      {feeds.flatMap(({ title: name, href }) =>
        formats.map((format) => (
          <link
            key={`${href}.${format}`}
            rel="alternate"
            type={mediaTypes[format]}
            title={`${name}, ${formatNames[format]}`}
            href={pathIn(language, feedAddress(href, format))}
          />
        )),
      )}
      {status === undefined ? null : <meta name="rapporteur-status" content={String(status)} />}
      {hidden ? <meta name="robots" content="noindex" /> : null}
    </>
  );
}

/** The picture that others show where the page is shared. */
function Picture({ language, of }: { language: SiteLanguage; of: HeadProps['picture'] }) {
  const path = of === undefined ? '/share.png' : `${formatPermalink(of.id, of.revisionNumber)}/share.png`;
  return (
    <>
      <meta property="og:image" content={siteOrigin() + pathIn(language, path)} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(pictureWidth)} />
      <meta property="og:image:height" content={String(pictureHeight)} />
      <meta property="og:image:alt" content={text('frame')('footer.lead')} />
    </>
  );
}
