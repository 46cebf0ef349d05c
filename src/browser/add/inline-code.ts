/** Inline code: shows the values in a message as code. */

/** What is between backticks becomes code. */
export function toInlineCode(text: string): (string | HTMLElement)[] {
  return text.split(/(`[^`]+`)/).map((part) => {
    if (!/^`.+`$/s.test(part)) return part;
    const code = document.createElement('code');
    code.textContent = part.slice(1, -1);
    return code;
  });
}
