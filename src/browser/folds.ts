/** Folds: opens or closes all notes of a page at once. */

/** Binds the button, which says what it will do next. */
export function bindFolds(): void {
  const button = document.querySelector<HTMLButtonElement>('button.unfold');
  if (button === null) return;
  const findFolds = () => [...document.querySelectorAll<HTMLDetailsElement>('.fold:not(.remote)')];
  const show = () => {
    const isOpen = findFolds().every((fold) => fold.open);
    button.textContent = isOpen ? 'Collapse all' : 'Expand all';
  };
  button.addEventListener('click', () => {
    const folds = findFolds();
    const isOpening = folds.some((fold) => !fold.open);
    for (const fold of folds) fold.open = isOpening;
  });
  // The event of a fold does not bubble.
  document.addEventListener('toggle', show, true);
  show();
}
