/** What a form says under a name, as text; nothing where it says nothing. */
export function entryOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
