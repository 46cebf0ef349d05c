/** Identifiers: reads arXiv ids, DOIs and web addresses in every spelling people paste, and writes each in one form. */

const ARXIV_NEW = /^(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})(?:v[1-9]\d*)?$/;
const ARXIV_OLD = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(\d{2})(0[1-9]|1[0-2])(\d{3})(?:v[1-9]\d*)?$/i;
const ARXIV_PREFIX = /^(?:arxiv:\s*|(?:https?:\/\/)?(?:doi\.org\/|dx\.doi\.org\/)?10\.48550\/arxiv\.)/i;
const ARXIV_URL = /^(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|format|ps|src|e-print)\/([^?#]+)/i;

/**
 * An arXiv id without prefix, version and subject class: `2103.17249`, `hep-th/9901001`; `undefined` if the text is
 * not one. Ids from April 2007 to 2014 have four digits after the dot, later ones five.
 * See https://info.arxiv.org/help/arxiv_identifier.html
 */
export function toArxivId(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > URL_LONGEST) return undefined;
  const inUrl = ARXIV_URL.exec(trimmed)?.[1]
    ?.replace(/\/+$/, '')
    .replace(/\.pdf$/i, '');
  const id = (inUrl ?? trimmed).replace(ARXIV_PREFIX, '').trim();
  return toNewArxivId(id) ?? toOldArxivId(id);
}

function toNewArxivId(id: string): string | undefined {
  const match = ARXIV_NEW.exec(id);
  if (match === null) return undefined;
  const [, year, month, digits] = match as unknown as [string, string, string, string];
  const time = Number(year + month);
  if (time < 704 || time > 9012 || /^0+$/.test(digits)) return undefined;
  return digits.length === (time < 1501 ? 4 : 5) ? `${year}${month}.${digits}` : undefined;
}

function toOldArxivId(id: string): string | undefined {
  const match = ARXIV_OLD.exec(id);
  if (match === null) return undefined;
  const [, archive, year, month, digits] = match as unknown as [string, string, string, string, string];
  const time = Number(year + month);
  return time >= 9107 || time <= 703 ? `${archive.toLowerCase()}/${year}${month}${digits}` : undefined;
}

/** The arXiv id of a paper: its own field, or else part of its DOI or its address. */
export function findArxivId({
  arxiv,
  doi = '',
  url = '',
}: {
  readonly arxiv?: string;
  readonly doi?: string;
  readonly url?: string;
}): string | undefined {
  return arxiv ?? toArxivId(doi) ?? toArxivId(url);
}

const DOI_PREFIX = /^(?:doi:\s*|(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\/)/i;
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[^\s"]+$/;

/** A DOI without resolver, its letters as written: `10.1145/3528223.3530164`; `undefined` if the text is not one. */
export function toDoi(text: string): string | undefined {
  const trimmed = text.trim();
  const rest = trimmed.replace(DOI_PREFIX, '');
  const doi = rest === trimmed || !rest.includes('%') ? rest : (toDecoded(rest) ?? rest);
  return DOI.test(doi) && doi.length <= 500 ? doi : undefined;
}

function toDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a stray percent sign: the text was not encoded
  }
}

/** Why a text is not a web address that a page may link to. */
export type UrlReason = 'scheme' | 'scheme-missing' | 'credentials' | 'space' | 'too-long' | 'invalid';

export type HttpUrl = { readonly url: string } | { readonly reason: UrlReason };

/** Longer addresses fail in some browsers or on some servers. */
export const URL_LONGEST = 2000;

/** An absolute http or https address as the URL standard writes it, or the reason why the text is not one. */
export function toHttpUrl(text: string): HttpUrl {
  const trimmed = text.trim();
  if (trimmed.length > URL_LONGEST) return { reason: 'too-long' };
  if (!/^[a-z][a-z\d+.-]*:/i.test(trimmed) || /^[\w.-]+\.[a-z]{2,}:\d/i.test(trimmed)) {
    return { reason: /^(?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?$/.test(trimmed) ? 'scheme-missing' : 'invalid' };
  }
  if (!/^https?:/i.test(trimmed)) return { reason: 'scheme' };
  if (/\s/.test(trimmed)) return { reason: 'space' };
  if (!/^https?:\/\/[^/\\]/i.test(trimmed)) return { reason: 'invalid' };
  if (!URL.canParse(trimmed)) return { reason: 'invalid' };
  const url = new URL(trimmed);
  if (url.username !== '' || url.password !== '') return { reason: 'credentials' };
  return { url: url.href };
}
