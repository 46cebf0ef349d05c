/** Show problems: puts every problem next to its field, or at its line of the notes, with what to do about it. */
import type { Problem } from '../../model/problem.ts';
import { controlOf } from './form.ts';
import { toInlineCode } from './inline-code.ts';
import { findPlace, type ProblemPlace } from './problem-place.ts';

/** What is checked, and against which file. */
interface Checked {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Shows these problems, replacing those shown before; a required field that has not been visited yet is not blamed for
 * being empty. `rest` takes the problems that belong to no field.
 */
export function showProblems(
  form: HTMLFormElement,
  rest: Element,
  { text, problems }: Checked,
  isVisited: (field: string) => boolean,
): void {
  const notes = controlOf(form, 'notes')?.value ?? '';
  const items = new Map<Element, HTMLLIElement[]>([...form.querySelectorAll('.wrong')].map((list) => [list, []]));
  for (const problem of problems) {
    const place = findPlace(problem, text, notes);
    if (problem.rule.endsWith('-missing') && !isVisited(place.field ?? '')) continue;
    const list = document.getElementById(`wrong-${place.field}`) ?? rest;
    items.get(list)?.push(toItem(form, problem, place));
  }
  for (const [list, shown] of items) {
    const isSame = list.textContent === shown.map((item) => item.textContent).join('');
    if (!isSame) list.replaceChildren(...shown);
    const field = list.id.replace(/^wrong-/, '');
    const hasError = shown.some((item) => item.classList.contains('error'));
    const control = controlOf(form, field);
    if (control !== undefined) control.ariaInvalid = hasError ? 'true' : null;
    if (shown.length > 0) control?.closest('details')?.setAttribute('open', '');
  }
}

function toItem(form: HTMLFormElement, { severity, message, hint }: Problem, place: ProblemPlace): HTMLLIElement {
  const item = document.createElement('li');
  item.className = severity;
  if (place.notes !== undefined) item.append(toLineButton(form, place.notes), ' ');
  const advice = document.createElement('span');
  advice.className = 'advice';
  advice.append(...toInlineCode(hint));
  item.append(...toInlineCode(message), ' ', advice);
  return item;
}

/** Goes to the place in the notes, and selects the part in question. */
function toLineButton(form: HTMLFormElement, place: NonNullable<ProblemPlace['notes']>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `Line ${place.line}`;
  button.addEventListener('click', () => {
    const control = controlOf(form, 'notes');
    if (control === undefined) return;
    const starts = [0];
    for (const line of control.value.split('\n')) starts.push((starts.at(-1) as number) + line.length + 1);
    const toOffset = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1;
    control.focus();
    control.setSelectionRange(toOffset(place.line, place.column), toOffset(place.endLine, place.endColumn));
  });
  return button;
}
