/** Bundles `lib/` once before the tests, so that they run the command that ships. */
import { bundle } from '../../src/bundle.mjs';

export const setup = () => bundle();
