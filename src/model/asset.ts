/** Asset: a file that pages use (style sheet, script, font, figure), named after its bytes. */

export interface Asset {
  /** The name templates ask for: `style.css`. A font has only its final name, by which its style sheet asks for it. */
  readonly name: string;
  /** Absolute path of the file. */
  readonly file: string;
  /** The final name below `assets/`: `style.<hash>.css`, the hash being the first 10 hex digits of the bytes' SHA-256. */
  readonly fileName: string;
}
