/** Fingerprint: which program is running. */

/** When the command is bundled, the hash of the bundle replaces this text. */
const PROGRAM = 'fingerprint-of-the-program';

/** Different for every version of this program and of Node, whose Unicode tables take part in what is made. */
export function toFingerprint(): string {
  return `${PROGRAM} ${process.version}`;
}
