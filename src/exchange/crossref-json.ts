/** Crossref JSON: what every reader of Crossref's answers needs: values of any shape, and the markup in their texts. */

export type Work = Readonly<Record<string, unknown>>;

export function toRecord(value: unknown): Work {
  return typeof value === 'object' && value !== null ? (value as Work) : {};
}

export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Plain text from JATS XML and HTML: tags removed, TeX formulas between dollars, entities decoded, white space folded. */
export function toPlain(text: string): string {
  return text
    .replace(/<(?:jats:)?tex-math[^>]*>\s*\$*([\s\S]*?)\$*\s*<\/(?:jats:)?tex-math>/g, ' $$$1$$ ')
    .replace(/<(?:mml:)?math[\s>][\s\S]*?<\/(?:mml:)?math>/g, (math) => math.replace(/<[^>]*>\s*/g, ''))
    .replace(/<\/?(?:jats:)?(?:p|title|sec|list|list-item|br)\b[^>]*>/g, ' ')
    .replace(/<\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
