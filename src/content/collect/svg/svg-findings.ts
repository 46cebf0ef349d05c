/** SVG findings: collects what keeps a drawing from being published, each kind once. */
import type { Span } from './walk-xml.ts';

/** What keeps a drawing from being published; the span is in UTF-16 units of its text. */
export interface SvgFinding extends Span {
  /** `svg-invalid` is not a drawing, `svg-unsafe` could run or load something, `svg-costly` takes too long to draw. */
  readonly rule: 'svg-invalid' | 'svg-unsafe' | 'svg-costly';
  readonly message: string;
  readonly hint: string;
}

/** Reports something that could run, load or reach out. */
export type Refuse = (span: Span, message: string, hint: string) => void;

/** At most this many kinds are reported for one drawing. */
const MOST = 20;

/** A list of findings: those with the same words count as one, at the first place, with their number. */
export function createFindings(): {
  readonly add: (rule: SvgFinding['rule'], span: Span, message: string, hint: string) => void;
  readonly refuse: Refuse;
  readonly list: () => readonly SvgFinding[];
} {
  const kinds = new Map<string, { readonly finding: SvgFinding; times: number }>();
  const add = (rule: SvgFinding['rule'], { start, end }: Span, message: string, hint: string) => {
    const known = kinds.get(message);
    if (known !== undefined) known.times += 1;
    else if (kinds.size < MOST) kinds.set(message, { finding: { rule, start, end, message, hint }, times: 1 });
  };
  return {
    add,
    refuse: (span, message, hint) => add('svg-unsafe', span, message, hint),
    list: () =>
      Array.from(kinds.values(), ({ finding, times }) =>
        times === 1 ? finding : { ...finding, message: `${finding.message.replace(/\.$/, '')} (${times} times).` },
      ),
  };
}
