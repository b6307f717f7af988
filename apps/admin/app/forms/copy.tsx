'use client';

import { useState } from 'react';

interface Props {
  /** What is shown once. */
  text: string;
  label: string;
  copy: string;
  copied: string;
}

/** A text to take along: selected by a press, copied by a button where scripts run. */
export function Copy({ text, label, copy, copied }: Props) {
  const [done, setDone] = useState(false);
  return (
    <div className="copy">
      <input className="input" aria-label={label} value={text} readOnly onFocus={(event) => event.target.select()} />
      <button
        className="button"
        type="button"
        onClick={() => {
          void navigator.clipboard.writeText(text).then(() => setDone(true));
        }}
      >
        {done ? copied : copy}
      </button>
    </div>
  );
}
