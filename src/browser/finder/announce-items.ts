/** Announce items: says to reference managers that the page names other papers now; Zotero looks only once otherwise. */
export function announceItems(): void {
  document.dispatchEvent(new Event('ZoteroItemUpdated'));
}
