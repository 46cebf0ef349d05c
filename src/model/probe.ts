/** Probe: what became of asking for an address. */

export type Probe =
  /** It answered; redirects that are for now only do not count. */
  | { readonly kind: 'well' }
  /** Not found, or gone, twice. */
  | { readonly kind: 'dead'; readonly status: number }
  /** It answered elsewhere, and the way there is said to be permanent. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The server wants a person, a password or patience. */
  | { readonly kind: 'blocked'; readonly status: number }
  /** Any other answer that is no page, or redirects without end. */
  | { readonly kind: 'failing'; readonly status: number }
  /** It answered after a long time. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** No answer: no such host, refused, cut off, timed out. `reason` is in words. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Its certificate is not good, or there is no common protocol. */
  | { readonly kind: 'insecure'; readonly reason: string }
  /** An address of a private network, which is not asked. */
  | { readonly kind: 'private' };
