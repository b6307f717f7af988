import { siteOrigin } from '../env';
import { mediaTypes, type FeedFormat } from '../feeds/formats';

interface HeadProps {
  title: string;
  description: string;
  /** The live address of the page; its past states are the same page. */
  path: string;
  /** The status the server in front gives the page, where it is not 200. */
  status?: 410;
  /** When the version that it shows was published, of the page of a record. */
  changedAt?: string;
  /** Whether the page should stay out of search engines. */
  hidden?: boolean;
  /** The same page in every language that it can be read in. */
  alternates?: readonly { language: string; href: string }[];
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
  status,
  hidden = false,
  changedAt,
  alternates = [],
  feeds = [],
}: HeadProps) {
  const short = description.length > 300 ? `${description.slice(0, 297).replace(/\s\S*$/, '')} …` : description;
  const told = short.replaceAll(/\s+/g, ' ');
  return (
    <>
      <title>{title === 'Rapporteur' ? 'Rapporteur: the public record of diplomacy' : `${title} · Rapporteur`}</title>
      <meta name="description" content={told} />
      <link rel="canonical" href={siteOrigin() + path} />
      <meta property="og:site_name" content="Rapporteur" />
      <meta property="og:type" content={changedAt === undefined ? 'website' : 'article'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={told} />
      <meta property="og:url" content={siteOrigin() + path} />
      <meta name="twitter:card" content="summary" />
      {changedAt === undefined ? null : <meta property="article:modified_time" content={changedAt} />}
      {alternates.map(({ language, href }) => (
        <link key={language} rel="alternate" hrefLang={language} href={siteOrigin() + href} />
      ))}
      {feeds.flatMap(({ title: name, href }) =>
        formats.map((format) => (
          <link
            key={`${href}.${format}`}
            rel="alternate"
            type={mediaTypes[format]}
            title={`${name}, ${formatNames[format]}`}
            href={`${href}.${format}`}
          />
        )),
      )}
      {status === undefined ? null : <meta name="rapporteur-status" content={String(status)} />}
      {hidden ? <meta name="robots" content="noindex" /> : null}
    </>
  );
}
