/** Without eval: the page's policy forbids it, so the library of the schemas is told not to try; imported before any schema. */
import { config } from 'zod';

config({ jitless: true });
