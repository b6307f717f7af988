import { describe, expect, it } from 'vitest';
import { encodeAs } from '../testing/encode';
import { decode } from './decode';

/** Sentences of our own, and what they have been written in. */
const texts: Record<string, { text: string; encodings: string[] }> = {
  Hungarian: {
    text: 'A szóvivő közölte, hogy a kormány nem küld fegyvereket, és tűzszünetet sürget. Őszintén remélik, hogy a tárgyalások folytatódnak.',
    encodings: ['windows-1250', 'iso-8859-2'],
  },
  Polish: {
    text: 'Rzecznik powiedział, że żadne państwo nie zgodziło się na wysłanie żołnierzy, ale pomoc będzie dłuższa.',
    encodings: ['windows-1250', 'iso-8859-2'],
  },
  Czech: {
    text: 'Mluvčí řekl, že žádná země nesouhlasila s vysláním vojáků, ale pomoc přijde příští týden.',
    encodings: ['windows-1250', 'iso-8859-2'],
  },
  Croatian: {
    text: 'Glasnogovornik je rekao da će vlada podržati prijedlog, ali da još nije odlučila kada će doći čelnici.',
    encodings: ['windows-1250', 'iso-8859-2'],
  },
  Ukrainian: {
    text: 'Речниця сказала, що уряд не погоджується з пропозицією, але готовий її обговорити наступного тижня.',
    encodings: ['windows-1251', 'koi8-u', 'iso-8859-5'],
  },
  Russian: {
    text: 'Представитель заявил, что правительство не согласно с предложением, но готово его обсудить.',
    encodings: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
  },
  Bulgarian: {
    text: 'Говорителят каза, че правителството не е съгласно с предложението, но ще го обсъди другата седмица.',
    encodings: ['windows-1251'],
  },
  French: {
    text: 'La porte-parole a déclaré que la réunion n’était pas décidée, et qu’elle préférait attendre « la réponse ».',
    encodings: ['windows-1252'],
  },
  German: {
    text: 'Die Sprecherin sagte, über die Lieferung müsse das Parlament erst später entscheiden; größere Zusagen gäbe es nicht.',
    encodings: ['windows-1252', 'iso-8859-15'],
  },
  Turkish: {
    text: 'Sözcü, görüşmelerin gelecek hafta süreceğini ve hiçbir ülkenin karşı çıkmadığını söyledi.',
    encodings: ['windows-1254'],
  },
  Greek: {
    text: 'Ο εκπρόσωπος δήλωσε ότι η κυβέρνηση δεν συμφωνεί με την πρόταση, αλλά θα τη συζητήσει.',
    encodings: ['windows-1253', 'iso-8859-7'],
  },
  Lithuanian: {
    text: 'Atstovas sakė, kad sprendimas dar nepriimtas ir derybos bus tęsiamos kitą savaitę šiame mieste.',
    encodings: ['windows-1257'],
  },
};
const cases = Object.entries(texts).flatMap(([language, { text, encodings }]) =>
  encodings.map((encoding) => ({ language, text, encoding })),
);
const html = (text: string, charset?: string) =>
  `<!doctype html><html><head>${charset ? `<meta charset="${charset}">` : ''}<title>x</title></head><body><p>${text}</p></body></html>`;
const plain = (bytes: Uint8Array, mediaType: string | null = null) => ({ bytes, mediaType });

/** Which of the cases a decoder does not read rightly. */
const faults = (read: (bytes: Uint8Array) => string) =>
  cases
    .filter(({ text, encoding }) => read(encodeAs(text, encoding)) !== text)
    .map(({ language, encoding }) => `${language} in ${encoding}`);

describe('bytes that do not say how they are written', () => {
  it('are read by their letters, and an editor is told', () => {
    expect(faults((bytes) => decode(plain(bytes)).text)).toEqual([]);
    const { encoding, warnings } = decode(plain(encodeAs(texts['Ukrainian']?.text ?? '', 'windows-1251')));
    expect(encoding).toBe('windows-1251');
    expect(warnings.join()).toContain('it was read as windows-1251');
  });

  it('are noticed where they are taken for what is most common', () => {
    expect(faults((bytes) => new TextDecoder('utf-8').decode(bytes)).length).toBe(cases.length);
    // Node 20 loses the quotation marks of windows-1252 too.
    expect(faults((bytes) => Buffer.from(bytes).toString('latin1'))).toContain('French in windows-1252');
    expect(faults((bytes) => new TextDecoder('windows-1251').decode(bytes))).toEqual(
      expect.arrayContaining(['Ukrainian in koi8-u', 'Hungarian in windows-1250']),
    );
  });

  it('are UTF-8 where they can be', () => {
    for (const { text } of cases)
      expect(decode(plain(Buffer.from(text)))).toEqual({ text, encoding: 'utf-8', warnings: [] });
    expect(decode(plain(Buffer.from('plain')))).toEqual({ text: 'plain', encoding: 'utf-8', warnings: [] });
  });

  it('are UTF-16 with its mark or without, and UTF-8 with its mark', () => {
    for (const { text } of cases) {
      const little = Buffer.from(text, 'utf16le');
      const big = Buffer.from(little).swap16();
      expect(decode(plain(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).text).toBe(text);
      expect(decode(plain(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).text).toBe(text);
      expect(decode(plain(little)).text).toBe(text);
      expect(decode(plain(big)).text).toBe(text);
      expect(decode(plain(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]))).text).toBe(text);
    }
  });
});

describe('bytes that say how they are written', () => {
  it('are read so, by the type first and then by the page', () => {
    for (const { text, encoding } of cases) {
      expect(decode(plain(encodeAs(text, encoding), `text/plain; charset="${encoding}"`))).toEqual({
        text,
        encoding,
        warnings: [],
      });
      expect(decode(plain(encodeAs(html(text, encoding), encoding))).text).toContain(text);
    }
  });

  it('are read as they are where they say it wrongly, and an editor is told', () => {
    const { text } = texts['Hungarian'] ?? { text: '' };
    for (const type of ['text/html; charset=utf-8', 'text/html; charset=no-such-thing']) {
      const found = decode(plain(encodeAs(html(text), 'iso-8859-2'), type));
      expect(found.text).toContain(text);
      expect(found.warnings).toHaveLength(1);
    }
    const latin = decode(plain(Buffer.from(html(text)), 'text/html; charset=iso-8859-1'));
    expect(latin.text).toContain(text);
    expect(latin.warnings.join()).toContain('it is UTF-8');
    const cyrillic = texts['Ukrainian']?.text ?? '';
    const server = decode(plain(encodeAs(html(cyrillic), 'windows-1251'), 'text/html; charset=iso-8859-1'));
    expect(server.text).toContain(cyrillic);
    expect(server.warnings.join()).toContain('windows-1251');
  });
});

describe('bytes that are no text', () => {
  it.each([
    ['zeros', Buffer.alloc(1000)],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) % 256))],
    ['numbers', Buffer.from(new Float64Array(500).map((_, index) => Math.sin(index)).buffer)],
  ])('are refused: %s', (_, bytes) => {
    expect(() => decode(plain(bytes))).toThrow('no text');
  });
});
