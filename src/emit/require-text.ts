/** Require text: what a template may print. */

/** The value as text. Throws a TypeError if it is missing or an object, so that a page never says "undefined". */
export function requireText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new TypeError(`it prints ${typeof value === 'object' && value !== null ? 'an object' : String(value)}`);
}
