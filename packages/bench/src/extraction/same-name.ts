/** Without accents, case and punctuation, so that names compare however a text writes them. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’ʼ]s\b/gu, 's')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const articles = /^(?:the|an?|le|la|les|l|der|die|das|az?) /;

/** The same name in full. Accents, case, punctuation and a leading article do not count; a missing first name does. */
export function sameName(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return bare(one) === bare(other);
}

/** One name holds the other word for word: "Adam Varga" and "Varga", "Foreign Minister Adam Varga" and "Adam Varga". */
export function nameWithin(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [shorter, longer] = [bare(one), bare(other)].toSorted((a, b) => a.length - b.length);
  return shorter !== undefined && shorter !== '' && ` ${longer} `.includes(` ${shorter} `);
}

const bare = (name: string): string => fold(name).replace(articles, '');
