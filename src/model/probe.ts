/** Probe: the result of checking an address. */

export type Probe =
  /** It answered; temporary redirects do not count. */
  | { readonly kind: 'well' }
  /** Answered twice that it is not found or gone. */
  | { readonly kind: 'dead'; readonly status: number }
  /** It answered at another address, after a permanent redirect. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The server wants a human, a password or patience. */
  | { readonly kind: 'blocked'; readonly status: number }
  /** Any other answer that is not a page, or endless redirects. */
  | { readonly kind: 'failing'; readonly status: number }
  /** It answered after a long time. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** No answer: no such host, refused, cut off, timed out. `reason` is in words. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Its certificate is not valid, or there is no common protocol. */
  | { readonly kind: 'insecure'; readonly reason: string }
  /** An address on a private network, which is not checked. */
  | { readonly kind: 'private' };
