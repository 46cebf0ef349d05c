/** Forbidden characters: those that no file of a list may hold, since they are invisible, reorder text or break tools. */

/** C0 but tab and line feed, delete and C1, bidirectional overrides and isolates, byte order mark, lone surrogates. */
export const FORBIDDEN_CHARACTERS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
