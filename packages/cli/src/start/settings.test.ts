import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, requireFreePort, root } from './settings';

describe('the settings', () => {
  it('are complete without any', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      webPort: 3000,
      adminPort: 3001,
      dataDir: path.join(root, '.data'),
      database: null,
      readerUrl: null,
      replicas: [],
      demonstration: true,
    });
  });

  it('name the variable that is wrong', () => {
    const wrong = {
      WEB_PORT: ['0', '65536', '80a', '-1', '3001'],
      ADMIN_PORT: ['x', '1e3'],
      HOST: ['not a host', 'http://x/'],
      DATABASE_URL: ['localhost', 'mysql://a@b/c'],
      DATABASE_READER_URL: ['localhost'],
      DATABASE_REPLICA_URLS: ['localhost', 'postgresql://a:b@replica/record,,postgresql://'],
      RAPPORTEUR_DEMO: ['no', 'OFF', '0'],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) expect(() => readSettings({ [name]: value }), `${name}=${value}`).toThrow(name);
    }
  });

  it('refuse a port that another program holds, in one line', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(requireFreePort('127.0.0.1', port, 'WEB_PORT')).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use by another program. Choose another with WEB_PORT=….`,
    );
    await expect(requireFreePort('192.0.2.1', port, 'WEB_PORT')).rejects.toThrow('HOST 192.0.2.1');
    await new Promise((resolve) => other.close(resolve));
    await expect(requireFreePort('127.0.0.1', port, 'WEB_PORT')).resolves.toBeUndefined();
  });
});
