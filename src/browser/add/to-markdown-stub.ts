/** To-Markdown stub: stands for the half of the Markdown libraries that writes Markdown. The add page only reads it. */

export const defaultHandlers = {};

/** The same for Chinese, Japanese and Korean: an extension without anything in it. */
export function cjkFriendlyToMarkdown(): object {
  return {};
}
