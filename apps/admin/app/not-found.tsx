import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="notice" id="main">
      <h1>There is nothing at this address</h1>
      <p>
        <a href="/">Back to the queue</a>
      </p>
    </main>
  );
}
