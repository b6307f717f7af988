import { labelOf, segmentOf } from '@rapporteur/domain/kinds';
import type { TombstoneView } from '@rapporteur/domain/views';
import { addressAfter } from './change-list';
import { Instant } from './dates';
import { Crumbs, RecordHead } from './record-head';

/** What stands at the address of a withdrawn record: that it is gone, when, and why. Its earlier versions stay readable in their time. */
export function Tombstone({ tombstone }: { tombstone: TombstoneView }) {
  const { kind, slug, reason, at } = tombstone;
  const name = labelOf(kind).toLowerCase();
  const path = `/${segmentOf(kind)}/${encodeURIComponent(slug)}`;
  return (
    <>
      <Crumbs kind={kind} here="Withdrawn" />
      <RecordHead kind={kind} title={`This ${name} was withdrawn`}>
        <p className="standfirst">
          It no longer stands. We withdrew it on <Instant value={at} />, and its address stays so that whoever was sent
          here learns why.
        </p>
      </RecordHead>
      <section className="article-correction" aria-labelledby="why">
        <h2 id="why">Why</h2>
        <p>{reason === '' ? 'The editors left no reason.' : reason}</p>
      </section>
      <ul className="basis section">
        <li>
          <a href={`${path}/history`}>Its history</a>
        </li>
        <li>
          <a href={addressAfter(new Date(new Date(at).getTime() - 2000).toISOString(), path)}>
            The page as it stood before
          </a>
        </li>
      </ul>
    </>
  );
}

/** Nothing stands at an address. */
export function NothingHere() {
  return (
    <section className="notice">
      <h1>Nothing stands at this address</h1>
      <p>
        No page of the record was ever published here, or it was published later than the moment you are reading at.
      </p>
      <ul>
        <li>
          <a href="/">Start from the home page</a>
        </li>
        <li>
          <a href="/changes">Look through what changed</a>
        </li>
        <li>
          <a href="/programmes">See every programme</a>
        </li>
      </ul>
    </section>
  );
}

/** No page can be shown: what happened, what is safe, and what to do. */
export function Trouble({ title, text }: { title: string; text: string }) {
  return (
    <section className="notice">
      <h1>{title}</h1>
      <p>{text}</p>
      <ul>
        <li>
          <a href="/">Start from the home page</a>
        </li>
        <li>
          <a href="/changes">Look through what changed</a>
        </li>
      </ul>
    </section>
  );
}
