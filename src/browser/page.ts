/** Page: the script of every page. Before the page is painted it sets the theme and the view; then it binds the controls. */
import { createAnnouncer } from './announcer.ts';
import { bindCopying } from './copying.ts';
import { bindControls, showControls } from './entry-controls.ts';
import { bindFolds } from './folds.ts';
import { awaitResults, bindFinder } from './load-finder.ts';
import { bindPickedBar } from './picked-bar.ts';
import { createReadingList } from './reading-list.ts';
import { createGatherer, offerFile } from './records.ts';
import { bindScrollers } from './scrollers.ts';
import { createSelection } from './selection.ts';
import { createStorage } from './storage.ts';
import { bindFormats, bindTakers, createTakeAway } from './take-away.ts';
import { applyTheme, bindTheme } from './theme.ts';
import { bindViews, followView } from './views.ts';

const {
  root = '',
  finder = '',
  finderStyle = '',
  facets = '',
  view,
  other,
} = (document.currentScript as HTMLScriptElement).dataset;
const site = new URL(root || '.', location.href);
const storage = createStorage(site);

applyTheme(storage);
followView(storage, { view, other });
// A page from disk may not fetch its neighbours: no records to gather, no notes of other pages.
document.documentElement.classList.add(location.protocol === 'file:' ? 'is-from-disk' : 'is-hosted');
awaitResults(facets);

document.addEventListener('DOMContentLoaded', () => {
  const announce = createAnnouncer();
  const selection = createSelection(storage);
  const readingList = createReadingList(storage);
  const takeAway = createTakeAway(createGatherer(site), announce);
  bindTheme(storage);
  bindViews(storage, { view, other });
  bindFolds();
  bindScrollers();
  bindCopying(announce);
  bindControls(selection, readingList, announce);
  bindPickedBar(selection, takeAway, announce);
  bindTakers(takeAway);
  bindFinder(finder, finderStyle, {
    site,
    isWithNotes: view === 'with-notes',
    selection,
    readingList,
    announce,
    takeAway,
    bindFormats,
    showControls: (part) => showControls(part, selection, readingList),
    offerFile,
  });
});
