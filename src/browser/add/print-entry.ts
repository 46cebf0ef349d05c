/** Print entry: fills the templates that the build compiled to functions, including the owner's. */
import type { EntryView } from '../../emit/parts/entry.ts';
import { requireText } from '../../emit/require-text.ts';
import { toHtml } from '../../model/html.ts';

/** The engine as the functions expect it, which is Eta while the site is built. */
interface Engine {
  readonly config: {
    readonly escapeFunction: (text: unknown) => string;
    readonly filterFunction: (value: unknown) => string;
  };
  readonly render: (template: string, view: object) => string;
}

declare global {
  interface Window {
    papershelfTemplates: Readonly<Record<string, (this: Engine, view: object, options: object) => string>>;
  }
}

const ENGINE: Engine = {
  config: { escapeFunction: (text) => toHtml(String(text)), filterFunction: requireText },
  render: (template, view) => window.papershelfTemplates[template.replace(/^@/, '')]?.call(ENGINE, view, {}) ?? '',
};

/** The entry as the site prints it. Throws if one of the owner's templates fails. */
export function printEntry(view: EntryView): string {
  return ENGINE.render('entry', view);
}
