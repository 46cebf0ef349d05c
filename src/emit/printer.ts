/** Printer: fills the templates, escaping everything that is not Html. */
import { Eta } from 'eta/core';
import type { Html } from '../model/html.ts';

/** Prints the view with the template of this name. Throws a TemplateError where the template fails. */
export type Print = (template: string, view: object) => Html;

/** A template that cannot be read or filled; the message names it and says why. */
export class TemplateError extends Error {}

/** Compiles the templates once; they include each other as `@name`. */
export function createPrinter(templates: Readonly<Record<string, string>>): Print {
  const eta = new Eta({ autoEscape: true, autoTrim: false, cache: true, escapeFunction: escapeText });
  for (const [name, text] of Object.entries(templates)) {
    try {
      eta.loadTemplate(`@${name}`, text);
    } catch (error) {
      throw toTemplateError(name, error);
    }
  }
  return (template, view) => {
    try {
      return eta.render(`@${template}`, view) as Html;
    } catch (error) {
      throw toTemplateError(template, error);
    }
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** A value that is not there is a mistake of the template, never the word "undefined" on a page. */
function escapeText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(`it prints ${String(value)}`);
  return String(value).replace(/[&<>"'`]/g, (character) => ENTITIES[character] as string);
}

function toTemplateError(name: string, error: unknown): TemplateError {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new TemplateError(`templates/${name}.eta: ${message}`);
}
