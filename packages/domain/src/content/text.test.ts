import { describe, expect, it } from 'vitest';
import { webAddress } from './text';

describe('the address of a page', () => {
  it.each(['https://page.example/a?b=ő#c', 'http://page.example'])('may be %s', (address) =>
    expect(webAddress.safeParse(address).success).toBe(true),
  );

  it.each(['ftp://page.example/', 'page.example', 'https://page.example/\0a', 'https://page.example/\ud800'])(
    'is never %j',
    (address) => expect(webAddress.safeParse(address).success).toBe(false),
  );
});
