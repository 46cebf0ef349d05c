/** Press: what all pages of a site share, as plain JSON. */
import type { OwnField } from './own-field.ts';
import type { UrlPath } from './url-path.ts';

/** A page that the rail shows between the whole list and its topics. */
export interface SpecialPage {
  readonly label: string;
  readonly path: UrlPath;
}

/** A picture that those show who share a page: the published name, and the size in pixels. */
export interface Picture {
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
}

export interface PressData {
  /** Template texts by name without extension. */
  readonly templates: Readonly<Record<string, string>>;
  /** The final names of assets by the name that templates ask for: `style.css` is `style.<hash>.css`. */
  readonly assets: Readonly<Record<string, string>>;
  /** The address of the site: absolute, ends in a slash; missing if nobody gave one. */
  readonly url?: string;
  /** The path of the site on its host: `/`, `/clip/`. */
  readonly basePath: string;
  /** For those who share a page that has none of its own. */
  readonly picture?: Picture;
  readonly list: {
    /** The source's path: `papers/index.md`. */
    readonly path: string;
    readonly title: string;
    readonly description?: string;
    readonly language: string;
    /** `owner/name` on GitHub. */
    readonly repository?: string;
    readonly branch: string;
    /** The fields that the list declares. */
    readonly fields: readonly Omit<OwnField, 'values'>[];
  };
  /** The topics as the rail names them, depth first. */
  readonly topics: readonly { readonly name: string; readonly path: string; readonly parent?: string }[];
  readonly specialPages: readonly SpecialPage[];
  /** The facets that have values. */
  readonly facets: readonly { readonly kind: string; readonly label: string }[];
  /** The formats in which readers can download papers, as the pages name and link them. */
  readonly formats: readonly {
    readonly name: string;
    readonly label: string;
    readonly extension: string;
    readonly hasFilePerPaper: boolean;
    readonly hasFilePerTopic: boolean;
  }[];
}
