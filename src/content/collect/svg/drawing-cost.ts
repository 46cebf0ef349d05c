/** Drawing cost: how much a browser draws for a figure, counting whatever is drawn again by reference. */
import type { CssReference, Reference } from './check-css.ts';
import type { Span } from './walk-xml.ts';

/** An element of a figure, in the order of the file, with the ids that it draws by reference. */
export interface DrawnElement extends Span {
  /** Its parent's number; -1 for the root. */
  readonly parent: number;
  readonly tag: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly references: readonly Reference[];
}

/** Elements drawn, references followed: Chromium needs a second or two for this many. */
const MOST_DRAWN = 50_000;
/** A mask or a filter needs a picture of its own, which costs as much as this many elements. */
const LAYER = 10;
const LAYERS: ReadonlySet<string> = new Set(['mask', 'filter']);
/** How deep elements may be nested, references followed. */
const DEEPEST = 256;
/** References to an element that contains the reference: browsers ignore them, and few figures have any. */
const MOST_CIRCLES = 64;

/** Elements that paint nothing themselves, so what a style sheet says about painting does not matter to them. */
const UNPAINTED = /^(?:stop|fe[A-Z]\w*|(?:linear|radial)Gradient|filter|title|desc|style|metadata)$/;

/** More elements than a browser should draw, nested too deep, or too often inside themselves. */
export type Excess = 'drawn' | 'deep' | 'circles';

/** Why a browser would take too long for the figure, if so. Takes at most a constant number of steps. */
export function findExcess(elements: readonly DrawnElement[], sheet: readonly CssReference[]): Excess | undefined {
  const graph = toGraph(elements, sheet);
  if (graph === undefined) return 'drawn';
  const { edges, weights } = graph;
  const costs = new Float64Array(elements.length);
  const depths = new Float64Array(elements.length);
  const next = new Uint32Array(elements.length);
  const isOpen = new Uint8Array(elements.length);
  let circles = 0;
  // Depth first with a stack of our own: a chain of references can exceed the call stack.
  const stack = elements.length === 0 ? [] : [0];
  while (stack.length > 0) {
    const at = stack.at(-1) as number;
    isOpen[at] = 1;
    const targets = edges[at] as readonly number[];
    const target = targets[next[at] as number];
    if (target !== undefined && isOpen[target] === 0 && costs[target] === 0) {
      stack.push(target);
      continue;
    }
    if (target !== undefined) {
      next[at] = (next[at] as number) + 1;
      if (isOpen[target] === 1) circles += 1;
      continue;
    }
    costs[at] = targets.reduce((sum, to) => sum + (costs[to] as number), weights[at] as number);
    depths[at] = targets.reduce((deepest, to) => Math.max(deepest, (depths[to] as number) + 1), 1);
    if ((costs[at] as number) > MOST_DRAWN) return 'drawn';
    if ((depths[at] as number) > DEEPEST) return 'deep';
    if (circles > MOST_CIRCLES) return 'circles';
    isOpen[at] = 0;
    stack.pop();
  }
  return undefined;
}

/** For each element its children and whatever it draws by reference, and its own weight. */
interface Graph {
  readonly edges: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

/** A reference to an element by its number. */
interface Target {
  readonly number: number;
  readonly property: string;
}

/** `undefined` if there are too many references. */
function toGraph(elements: readonly DrawnElement[], sheet: readonly CssReference[]): Graph | undefined {
  const ids = new Map<string, number>();
  for (const [number, { id }] of elements.entries()) if (id !== undefined && !ids.has(id)) ids.set(id, number);
  const rules = toRules(sheet, ids);
  const edges: number[][] = elements.map(() => []);
  const weights = elements.map(() => 1);
  let steps = 0;
  for (const [from, element] of elements.entries()) {
    if (element.parent >= 0) edges[element.parent]?.push(from);
    const own = element.references.flatMap((reference) => toTarget(reference, ids));
    const names = new Set(element.classes.map((name) => `.${name}`));
    const keys = UNPAINTED.test(element.tag) ? [] : ['*', element.tag, `#${element.id}`, ...names];
    for (const targets of [own, ...keys.map((key) => rules.get(key) ?? [])]) {
      steps += targets.length;
      if (steps > MOST_DRAWN) return undefined;
      for (const { number, property } of targets) {
        edges[from]?.push(number);
        if (LAYERS.has(property)) weights[from] = (weights[from] as number) + LAYER;
      }
    }
  }
  return { edges, weights };
}

function toTarget({ id, property }: Reference, ids: ReadonlyMap<string, number>): readonly Target[] {
  const number = ids.get(id);
  return number === undefined ? [] : [{ number, property }];
}

/** What the style sheets draw by reference, keyed by one thing that an element must have: a class, an id, a name. */
function toRules(sheet: readonly CssReference[], ids: ReadonlyMap<string, number>): ReadonlyMap<string, Target[]> {
  const rules = new Map<string, Target[]>();
  for (const { selectors, ...reference } of sheet) {
    for (const target of toTarget(reference, ids)) {
      for (const { id, className, tag } of selectors) {
        const key = id !== undefined ? `#${id}` : className !== undefined ? `.${className}` : (tag ?? '*');
        const targets = rules.get(key);
        if (targets === undefined) rules.set(key, [target]);
        else targets.push(target);
      }
    }
  }
  return rules;
}
