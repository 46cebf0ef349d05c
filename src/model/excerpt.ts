/** Excerpt: the line that a problem is on, with the place marked. */

export interface Excerpt {
  readonly before: string;
  /** Empty if the place is the end of the line. */
  readonly marked: string;
  readonly after: string;
}
