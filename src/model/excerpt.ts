/** Excerpt: the line on which a problem stands, with what is meant marked. */

export interface Excerpt {
  readonly before: string;
  /** Empty if the place is the end of the line. */
  readonly marked: string;
  readonly after: string;
}
