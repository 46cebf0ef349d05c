/** Journal macros: the commands that the Astrophysics Data System uses for journals, `journal = {\\prl}`. */
import type { VenueText } from '../text/venue-name.ts';

/** https://ui.adsabs.harvard.edu/help/actions/journal-macros, the macros of AASTeX. */
const MACROS: Readonly<Record<string, string>> = {
  aap: 'Astronomy and Astrophysics',
  aapr: 'Astronomy and Astrophysics Review',
  aaps: 'Astronomy and Astrophysics Supplement',
  actaa: 'Acta Astronomica',
  aj: 'Astronomical Journal',
  ao: 'Applied Optics',
  apj: 'Astrophysical Journal',
  apjl: 'Astrophysical Journal Letters',
  apjlett: 'Astrophysical Journal Letters',
  apjs: 'Astrophysical Journal Supplement',
  apjsupp: 'Astrophysical Journal Supplement',
  aplett: 'Astrophysics Letters',
  applopt: 'Applied Optics',
  apspr: 'Astrophysics Space Physics Research',
  apss: 'Astrophysics and Space Science',
  araa: 'Annual Review of Astronomy and Astrophysics',
  azh: 'Astronomicheskii Zhurnal',
  baas: 'Bulletin of the American Astronomical Society',
  bac: 'Bulletin of the Astronomical Institutes of Czechoslovakia',
  bain: 'Bulletin of the Astronomical Institutes of the Netherlands',
  caa: 'Chinese Astronomy and Astrophysics',
  cjaa: 'Chinese Journal of Astronomy and Astrophysics',
  fcp: 'Fundamentals of Cosmic Physics',
  gca: 'Geochimica et Cosmochimica Acta',
  grl: 'Geophysical Research Letters',
  iaucirc: 'IAU Circulars',
  icarus: 'Icarus',
  jcap: 'Journal of Cosmology and Astroparticle Physics',
  jcp: 'Journal of Chemical Physics',
  jgr: 'Journal of Geophysical Research',
  jqsrt: 'Journal of Quantitative Spectroscopy and Radiative Transfer',
  jrasc: 'Journal of the Royal Astronomical Society of Canada',
  maps: 'Meteoritics and Planetary Science',
  memras: 'Memoirs of the Royal Astronomical Society',
  memsai: 'Memorie della Società Astronomica Italiana',
  mnras: 'Monthly Notices of the Royal Astronomical Society',
  na: 'New Astronomy',
  nar: 'New Astronomy Reviews',
  nat: 'Nature',
  nphysa: 'Nuclear Physics A',
  pasa: 'Publications of the Astronomical Society of Australia',
  pasj: 'Publications of the Astronomical Society of Japan',
  pasp: 'Publications of the Astronomical Society of the Pacific',
  physrep: 'Physics Reports',
  physscr: 'Physica Scripta',
  planss: 'Planetary and Space Science',
  pra: 'Physical Review A',
  prb: 'Physical Review B',
  prc: 'Physical Review C',
  prd: 'Physical Review D',
  pre: 'Physical Review E',
  prl: 'Physical Review Letters',
  procspie: 'Proceedings of SPIE',
  psj: 'Planetary Science Journal',
  qjras: 'Quarterly Journal of the Royal Astronomical Society',
  rmxaa: 'Revista Mexicana de Astronomía y Astrofísica',
  rnaas: 'Research Notes of the American Astronomical Society',
  skytel: 'Sky and Telescope',
  solphys: 'Solar Physics',
  sovast: 'Soviet Astronomy',
  ssr: 'Space Science Reviews',
  zap: 'Zeitschrift für Astrophysik',
};

/** The names in lower case, without the one that is of proceedings. */
const JOURNAL_KEYS = new Set(
  Object.values(MACROS)
    .filter((name) => name !== MACROS.procspie)
    .map((name) => name.toLowerCase()),
);

/** True for a journal of the table, whatever its case. */
export function isMacroJournal(name: string): boolean {
  return JOURNAL_KEYS.has(name.toLowerCase());
}

/** The journal if the value is just such a command, `\\prl`; `undefined` for any other text. */
export function readJournalMacro(journal: string): VenueText | undefined {
  const name = /^\{*\\([a-z]+)\s*(?:\{\})?\}*$/i.exec(journal.trim())?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(MACROS, name) ? { venue: MACROS[name] as string } : undefined;
}
