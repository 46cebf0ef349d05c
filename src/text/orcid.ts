/** ORCID: the identifiers of people at orcid.org. */

/** True for four groups of four digits whose last sign is the check digit of the others (ISO 7064, MOD 11-2). */
export function isOrcid(text: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text)) return false;
  let sum = 0;
  for (const digit of text.replaceAll('-', '').slice(0, -1)) sum = (sum + Number(digit)) * 2;
  const check = (12 - (sum % 11)) % 11;
  return text.endsWith(check === 10 ? 'X' : String(check));
}
