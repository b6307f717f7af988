import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword, requireGoodPassword } from './password';

const person = { name: 'Noor Haddad', email: 'noor.haddad@example.org' };

describe('a password', () => {
  it('is kept as argon2id, and never twice the same', async () => {
    const [one, two] = await Promise.all([hashPassword('seven slow ferries'), hashPassword('seven slow ferries')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await checkPassword(one, 'seven slow ferries')).toBe(true);
    expect(await checkPassword(one, 'seven slow ferrieS')).toBe(false);
  });

  it.each(['short', 'eleven char', 'aaaaaaaaaaaaaaaa', 'abababababab', 'noor.haddad@example.org', 'NoorHaddad2024'])(
    'is not "%s"',
    (password) => {
      expect(() => requireGoodPassword(password, person)).toThrow('cannot be used');
    },
  );

  it.each(['seven slow ferries', 'ваші довгі слова', '𝓯𝓾𝓵𝓵 𝓸𝓯 𝓼𝓽𝓻𝓪𝓷𝓰𝓮', 'noor likes seven slow ferries'])(
    'may be "%s"',
    (password) => {
      expect(() => requireGoodPassword(password, person)).not.toThrow();
    },
  );
});
