/** Name variants: names of venues and of institutions that are probably the same. */
import type { DeclaredName, List } from '../../../model/list.ts';
import type { PaperFacts as Paper } from '../../../model/paper.ts';
import type { Problem } from '../../../model/problem.ts';
import { findKnownVenue } from '../../../text/known-venues.ts';
import { toNameKey, toVenueForms } from '../../../text/name-keys.ts';
import { quote, toQuotedYaml } from '../../../text/quote.ts';
import { distance } from '../../../text/suggest.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';
import { toFoldedWords } from './folded.ts';

interface Kind {
  /** The field of `papers/index.md` that declares such names. */
  readonly field: 'venues' | 'institutions';
  /** What it is called in a sentence. */
  readonly noun: string;
  readonly read: (paper: Paper) => readonly { readonly spelling: string; readonly place: string }[];
  readonly toForms: (spelling: string) => readonly string[];
  /** The name by which everybody knows it, if anybody does. */
  readonly toKnown: (name: string) => string | undefined;
}

const KINDS: readonly Kind[] = [
  {
    field: 'venues',
    noun: 'venue',
    read: ({ venue }) => (venue === undefined ? [] : [{ spelling: venue, place: 'venue' }]),
    toForms: toVenueForms,
    toKnown: (name) => findKnownVenue(name)?.name,
  },
  {
    field: 'institutions',
    noun: 'institution',
    read: ({ institutions }) => institutions.map((spelling, at) => ({ spelling, place: `institutions.${at}` })),
    toForms: (spelling) => [spelling],
    toKnown: () => undefined,
  },
];

/** A venue or an institution as papers and the list name it. */
interface Name {
  readonly name: string;
  readonly key: string;
  readonly isDeclared: boolean;
  /** Its own name and, if it is declared, those declared with it. */
  readonly spellings: readonly string[];
  uses: number;
}

/**
 * A hint at each place where a name could be another one that is declared or more used: abbreviated words (`Univ. of
 * X`), words that say nothing (`The`, `Inc.`), acronyms, names that have changed, typos of one letter in a long name.
 */
export function findNameVariants(list: List, papers: readonly Paper[], placeOf: PlaceOf<Paper>): readonly Problem[] {
  return KINDS.flatMap((kind) => findOfKind(kind, list, papers, placeOf));
}

function findOfKind(kind: Kind, list: List, papers: readonly Paper[], placeOf: PlaceOf<Paper>): readonly Problem[] {
  const declared = new Map(list[kind.field].flatMap((one) => spellingsOf(one).map((name) => [toNameKey(name), one])));
  const names = new Map<string, Name>();
  for (const one of list[kind.field]) {
    const key = toNameKey(one.name);
    names.set(key, { name: one.name, key, isDeclared: true, spellings: spellingsOf(one), uses: 0 });
  }
  const nameOf = (spelling: string): Name => {
    const forms = kind.toForms(spelling);
    const form = forms.find((one) => declared.has(toNameKey(one))) ?? (forms.at(-1) as string);
    const key = toNameKey(declared.get(toNameKey(form))?.name ?? form);
    const name = names.get(key) ?? { name: form, key, isDeclared: false, spellings: [form], uses: 0 };
    names.set(key, name);
    return name;
  };
  for (const paper of papers) for (const { spelling } of kind.read(paper)) nameOf(spelling).uses += 1;
  const better = findBetter([...names.values()], kind.toKnown);
  return papers.flatMap((paper) => {
    const { problems, report } = createReport(paper.path);
    for (const { spelling, place } of kind.read(paper)) {
      const name = nameOf(spelling);
      const other = better.get(name);
      if (other === undefined) continue;
      const message = `The ${kind.noun} ${quote(name.name)} is probably ${quote(other.name)}.`;
      const entry = `- { name: ${toQuotedYaml(other.name)}, aliases: [${toQuotedYaml(name.name)}] }`;
      const hint = other.isDeclared
        ? `If they are the same, add ${quote(name.name)} to the \`aliases\` of ${quote(other.name)} in ${list.path}, or write ${quote(other.name)} here.`
        : `If they are the same, write ${quote(other.name)} here, or declare it in ${list.path} under \`${kind.field}\`: \`${entry}\`.`;
      report(`${kind.noun}-variant`, 'hint', placeOf(paper, place, kind.field), message, hint);
    }
    return problems;
  });
}

function spellingsOf({ name, full, aliases }: DeclaredName): readonly string[] {
  return [name, ...aliases, ...(full === undefined ? [] : [full])];
}

/** For each name, the one that should be written in its place; two declared names are never the same. */
function findBetter(names: readonly Name[], toKnown: Kind['toKnown']): ReadonlyMap<Name, Name> {
  const better = new Map<Name, Name>();
  const byMark = new Map<string, Set<Name>>();
  for (const name of names) {
    const known = name.spellings.flatMap((spelling) => toKnown(spelling) ?? []).map((one) => `known ${one}`);
    for (const mark of new Set([...known, ...name.spellings.flatMap(toMarks)])) {
      const group = byMark.get(mark) ?? new Set();
      byMark.set(mark, group.add(name));
    }
  }
  for (const [mark, group] of byMark) {
    for (const one of group) {
      for (const other of group) {
        if (one === other || (one.isDeclared && other.isDeclared) || compareWorth(one, other) < 0) continue;
        const areKnown = mark.startsWith('known ');
        if (!areKnown && !one.spellings.some((left) => other.spellings.some((right) => areLikelyOne(left, right))))
          continue;
        const known = better.get(one);
        if (known === undefined || compareWorth(other, known) < 0) better.set(one, other);
      }
    }
  }
  return better;
}

/** Declared names first, then the more used, then the longer, which says more; then by code units. */
function compareWorth(left: Name, right: Name): number {
  return (
    Number(right.isDeclared) - Number(left.isDeclared) ||
    right.uses - left.uses ||
    right.name.length - left.name.length ||
    (left.name < right.name ? -1 : 1)
  );
}

/** Only names that share a mark are compared. */
function toMarks(name: string): readonly string[] {
  const words = toDistinctiveWords(name);
  const letters = words.join('');
  // Two words that are one typo apart are equal once a letter is left out of each.
  const slips =
    letters.length < SLIP_LETTERS ? [] : Array.from(letters, (_, at) => letters.slice(0, at) + letters.slice(at + 1));
  return [
    `words ${words.map((word) => word[0]).join('')}`,
    `letters ${letters}`,
    ...slips.map((slip) => `letters ${slip}`),
    ...toAcronyms(name).map((acronym) => `acronym ${acronym}`),
  ];
}

/** Typos of one letter are looked for in words of at least this many letters: `Univeristy`, not `Kent` and `Gent`. */
const SLIP_LETTERS = 7;

function areLikelyOne(left: string, right: string): boolean {
  const [ones, others] = [toDistinctiveWords(left), toDistinctiveWords(right)];
  if (ones.length === others.length && ones.every((word, at) => isAbbreviation(word, others[at] as string)))
    return true;
  if (toAcronyms(left).some((acronym) => toAcronyms(right).includes(acronym)) && isAcronym(left) !== isAcronym(right))
    return true;
  return ones.length === others.length && areOneSlipApart(ones, others);
}

/** True if all words but one are equal, and that one is long and one letter off. */
function areOneSlipApart(ones: readonly string[], others: readonly string[]): boolean {
  const at = ones.flatMap((word, index) => (word === others[index] ? [] : [index]));
  const [one = '', other = ''] = [ones[at[0] ?? 0], others[at[0] ?? 0]];
  if (at.length !== 1 || Math.min(one.length, other.length) < SLIP_LETTERS || /\d/.test(one + other)) return false;
  return distance(one, other) <= 1;
}

/** True for `Univ.` and `University`; a word without its full stop abbreviates nothing. */
function isAbbreviation(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short === long || (short.endsWith('.') && long.startsWith(short.slice(0, -1)) && short.length > 2);
}

/** Words that do not distinguish one name from another. */
const UNDISTINCTIVE = new Set(
  'a and at for in inc corp corporation gmbh llc ltd of on proc proceedings the'.split(' '),
);
/** Words that have more than one form, and names that have changed, each with the form that is compared. */
const FORMS: Readonly<Record<string, string>> = {
  conf: 'conference',
  dept: 'department',
  inst: 'institute',
  int: 'international',
  intl: 'international',
  lab: 'laboratory',
  labs: 'laboratory',
  laboratories: 'laboratory',
  natl: 'national',
  nips: 'neurips',
  pami: 'tpami',
  symp: 'symposium',
  tech: 'technology',
  trans: 'transactions',
  univ: 'university',
};

/** The words that count, folded and written out; one that ends in a full stop keeps it, unless it is known. */
function toDistinctiveWords(name: string): readonly string[] {
  const words = name.normalize('NFC').match(/[\p{Letter}\p{Mark}\p{Number}+#]+\.?/gu) ?? [];
  const distinctive = words.flatMap((word) => {
    const folded = toFoldedWords(word)[0];
    if (folded === undefined) return [word];
    if (UNDISTINCTIVE.has(folded)) return [];
    return [FORMS[folded] ?? (word.endsWith('.') ? `${folded}.` : folded + (/[+#]+$/.exec(word)?.[0] ?? ''))];
  });
  return distinctive.length === 0 ? [name] : distinctive;
}

/** `MIT`, `ECCV`, `NeurIPS`: one word, three letters or more, capitals at both ends. */
function isAcronym(name: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{Ll}&]*\p{Lu}$/u.test(name) && name.length > 2;
}

/** Words that many venues have and acronyms leave out. */
const COMMON = /^(?:ACM|Advances|Annual|CVF|Conference|IEEE|International|Proceedings|The)$/;

/** An acronym itself; of several words the initials: of all, of those with a capital, of the distinctive ones. */
function toAcronyms(name: string): readonly string[] {
  if (isAcronym(name)) return [toForm(name.toLowerCase())];
  const words = name.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word) && word !== 'The');
  const distinctive = capitals.filter((word) => !COMMON.test(word));
  const initials = [words, capitals, distinctive].map((some) => some.map((word) => word[0]).join(''));
  return [...new Set(initials.filter((letters) => letters.length > 2).map((letters) => toForm(letters.toLowerCase())))];
}

function toForm(word: string): string {
  return FORMS[word] ?? word;
}
