import { config } from 'zod';

// The policy of the desk forbids code that is made of text: zod would try to make some, and the browser would report it.
config({ jitless: true });
