/** Add door: the script that stands on the add page; it loads that of the form on a reader's first sign of wanting it. */
import { DRAFT } from './kept.ts';
import { createStorage } from './storage.ts';

/** Binds the form. A button pressed before the script is there is pressed again once it is. */
function bindAdd(form: HTMLFormElement): void {
  let isOpen = false;
  let pressed: HTMLElement | null = null;
  const open = () => {
    if (isOpen) return;
    isOpen = true;
    // No module, so that it runs from disk too.
    const script = document.createElement('script');
    script.src = form.dataset.script ?? '';
    script.onload = () => {
      form.removeEventListener('click', remember);
      pressed?.click();
    };
    script.onerror = () => {
      isOpen = false;
      script.remove();
      const status = form.querySelector('[role="status"]');
      if (status !== null) status.textContent = 'The form cannot be loaded right now. The way by hand stands below.';
    };
    document.head.append(script);
  };
  const remember = ({ target }: Event) => {
    pressed = (target as Element).closest('button') ?? pressed;
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', remember);
  for (const sign of ['focusin', 'pointerdown', 'input']) form.addEventListener(sign, open);
  const storage = createStorage(new URL(form.dataset.root || '.', location.href));
  if (storage.read(DRAFT) !== undefined) open();
}

const form = document.querySelector<HTMLFormElement>('form.add');
if (form !== null) bindAdd(form);
