/** Keys: the arrows and Enter walk from the search field through the results, Escape leads back and out. */

export function bindKeys(input: HTMLInputElement, results: HTMLElement): void {
  const listEntries = () => [...results.querySelectorAll<HTMLElement>('article.entry')];
  const focusEntry = (index: number) => {
    const entry = listEntries()[index] ?? results.querySelector<HTMLElement>('.more');
    entry?.focus();
    entry?.scrollIntoView({ block: 'nearest' });
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      input.blur();
    } else if ((event.key === 'ArrowDown' || event.key === 'Enter') && !event.isComposing && listEntries().length > 0) {
      event.preventDefault();
      focusEntry(0);
    }
  });
  results.addEventListener('keydown', (event) => {
    const entry = (event.target as Element).closest<HTMLElement>('article.entry');
    if (entry === null) return;
    const index = listEntries().indexOf(entry);
    if (event.key === 'ArrowDown') focusEntry(index + 1);
    else if (event.key === 'ArrowUp' && index > 0) focusEntry(index - 1);
    else if (event.key === 'ArrowUp' || event.key === 'Escape') input.focus();
    else if (event.key === 'Enter' && event.target === entry) openEntry(entry);
    else return;
    event.preventDefault();
  });
}

/** To the match in the notes where there is one, else to the page of the paper. */
function openEntry(entry: HTMLElement): void {
  const snippet = entry.querySelector<HTMLElement>('.snippet a');
  if (snippet !== null) snippet.click();
  else location.assign(entry.dataset.page ?? '');
}
