/** Source: a file of the list as it was read. */

export interface Source {
  /** Relative to the folder that holds `papers/`, POSIX separators: `papers/styleclip.md`, `papers/styleclip/index.md`. */
  readonly path: string;
  /** Decoded as strict UTF-8, one byte order mark removed, CRLF turned into LF. */
  readonly text: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string;
}
