/** Where a text will be, while it is on its way. */
export function Ghost() {
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4].map((line) => (
        <span key={line} className="ghost" />
      ))}
    </div>
  );
}
