import { writeZip, type ZipEntry } from './write-zip';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`;

/** The parts every document has, around a body of WordprocessingML. */
export function docxParts(body: string, core = ''): ZipEntry[] {
  const types = ['document.main', 'footnotes'].map(
    (kind) =>
      `<Override PartName="/word/${kind.split('.')[0]}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      data: xml(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      data: xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
      ),
    },
    { name: 'word/document.xml', data: xml(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`) },
    {
      name: 'word/footnotes.xml',
      data: xml(
        `<w:footnotes ${namespaces}><w:footnote w:id="1"><w:p><w:r><w:t>Said in the hall.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
      ),
    },
    {
      name: 'docProps/core.xml',
      data: xml(
        `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
      ),
    },
  ];
}

export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

export const writeDocx = (paragraphs: string[], core = ''): Buffer =>
  writeZip(docxParts(paragraphs.map(paragraph).join(''), core));
