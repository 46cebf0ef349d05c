/** Find moved: the script of `404.html` in long lists, which leads from the former page of an author to the search for them. */
import { toMovedAddress } from './moved-address.ts';

const { root = '/', searched = '' } = (document.currentScript as HTMLScriptElement).dataset;
const address = toMovedAddress(location.pathname, root, searched);
if (address !== undefined) location.replace(address);
