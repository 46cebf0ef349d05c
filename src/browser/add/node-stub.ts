/** Node stub: replaces `fs` and `Buffer`, which gray-matter refers to when it loads but never uses here. */

export const Buffer = { from: (text: string): string => text };
