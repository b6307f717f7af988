import { expect, it } from 'vitest';
import { isOrigin } from './origin';

it.each([
  'https://record.example.org',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
  'https://record.example.org:8443',
])('takes %s for an origin', (text) => expect(isOrigin(text)).toBe(true));

it.each([
  '',
  'record.example.org',
  'https://record.example.org/',
  'https://record.example.org/record',
  'https://record.example.org?a',
  'https://record.example.org:443',
  'https://a@record.example.org',
  'HTTPS://record.example.org',
  'ftp://record.example.org',
  ' https://record.example.org',
])('takes “%s” for none', (text) => expect(isOrigin(text)).toBe(false));
