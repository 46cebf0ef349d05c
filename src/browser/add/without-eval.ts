/** Without eval: the page's policy forbids it, so the schema library is set not to try; imported before any schema. */
import { config } from 'zod';

config({ jitless: true });
