/** A manual in Markdown, as `manual` writes it, in the language of man(1): the macros of groff_man(7). */
export function manPage(markdown: string): string {
  const lines = markdown.split('\n').filter((line) => !line.startsWith('<!--'));
  const roff: string[] = [];
  let isCode = false;
  for (const line of lines) {
    const [, marks = '', heading = ''] = /^(#{1,3}) (.+)$/.exec(line) ?? [];
    const [, item = '', meaning = ''] = /^- `([^`]+)`: (.+)$/.exec(line) ?? [];
    if (line.startsWith('```')) {
      roff.push(isCode ? '.EE' : '.PP\n.EX');
      isCode = !isCode;
    } else if (isCode) roff.push(literal(line));
    else if (marks === '#') roff.push(`.TH ${heading.replace(/\((\d)\)$/, ' $1').toUpperCase()} "" Rapporteur`);
    else if (marks !== '') roff.push(`${marks === '##' ? '.SH' : '.SS'} ${literal(heading)}`);
    else if (item !== '') roff.push(`.TP\n.B ${literal(item)}\n${prose(meaning)}`);
    else if (line !== '') roff.push(`.PP\n${prose(line)}`);
  }
  return `${roff.join('\n')}\n`;
}

/** Text as it stands: nothing in it is taken for a request, a character of another name, or a hyphen that may be broken at. */
const literal = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/[^ -~]/gu, (one) => `\\[u${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/^(?=[.'])/, '\\&');

/** A paragraph, with what stands in backticks in bold. */
const prose = (text: string): string => literal(text).replaceAll(/`([^`]+)`/g, '\\fB$1\\fR');
