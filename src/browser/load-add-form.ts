/** Load add form: the small script on the add page, which loads the form's script once a reader begins to use the form. */
import { DRAFT } from './kept.ts';
import { createStorage } from './storage.ts';

/** Binds the form. A button pressed before the script is loaded is pressed again afterwards. */
function bindAdd(form: HTMLFormElement): void {
  let isOpen = false;
  let pressed: HTMLElement | null = null;
  const open = () => {
    if (isOpen) return;
    isOpen = true;
    const { templates = '', script = '' } = form.dataset;
    loadScript(templates)
      .then(() => loadScript(script))
      .then(() => {
        form.removeEventListener('click', remember);
        pressed?.click();
      })
      .catch(() => {
        isOpen = false;
        const status = form.querySelector('[role="status"]');
        const text = 'The form cannot be loaded right now. You can also write the file by hand; see below.';
        if (status !== null) status.textContent = text;
      });
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

/** Resolves once the script has run. It isn't a module, so that it also runs from disk. */
function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(src));
    };
    document.head.append(script);
  });
}

const form = document.querySelector<HTMLFormElement>('form.add');
if (form !== null) bindAdd(form);
