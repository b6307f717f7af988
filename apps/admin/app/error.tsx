'use client';

/** Shown when a page of the desk fails. What went wrong is in the server's log, not here. */
export default function ErrorPage() {
  return (
    <main className="notice notice--error" id="main" role="alert">
      <h1>This page did not work</h1>
      <p>Nothing was changed. Load the page again; if it fails again, tell whoever runs this installation.</p>
      <p>
        <a href="/">Back to the queue</a>
      </p>
    </main>
  );
}
