/** Node stub: stands in for `fs` and `Buffer`, which gray-matter mentions when it is loaded but does not need here. */

export const Buffer = { from: (text: string): string => text };
