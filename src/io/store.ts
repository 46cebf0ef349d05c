/**
 * Store: what was made of every file in earlier runs, so that only changed files are prepared again.
 *
 * This is the contract of the cache, the only one there is:
 *
 * - A value depends on its key and nothing else. The key of a file is the hash of its bytes, its path, and the hash of what
 *   the list says about all its papers, if that is anything; the key of a step over the whole list is the hash of everything
 *   that the step reads.
 * - All of it is valid for one fingerprint: that of the program which made it and of the Node that ran it.
 * - Values are immutable. A file is never changed: it appears complete, by renaming, and is removed some day.
 * - What is missing, cut, damaged, swapped, foreign or from another program is a miss: the value is made again.
 * - It is never the only place of anything. Removing it, or any part of it, costs time and changes no byte of a site.
 *
 * A folder has segments, each with the files that one run prepared. Any union of segments is valid, so those of several
 * machines can be put into one folder. Small ones are merged in time, and what no file uses any longer is dropped.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedFile, PieceName, PreparedFile, PreparedPaper } from '../model/prepared.ts';
import {
  closeSegment,
  createMemorySegment,
  createSegment,
  openSegment,
  readPiece,
  type SegmentSource,
  type SegmentWriter,
} from './segment-file.ts';
import { readStep, type StepResult, writeStep } from './step-file.ts';
import { removeAbandoned } from './temporary-file.ts';
import { toWorldError } from './world-error.ts';

const PIECES = ['notes', 'records', 'terms'] as const;
const PAPERS = '.papers';
/** More segments than this are merged. */
const MOST_SEGMENTS = 8;
/** Segments are rewritten when no more than this share of their files is still used, if they have more than a few. */
const LEAST_USED = 0.5;
const FEW = 64;

export interface Store {
  /** That of the program, for which alone all of it is valid. */
  readonly fingerprint: string;
  /** What is known of a file; `undefined` for a miss. */
  readonly find: (key: string) => PreparedFile | undefined;
  /** Takes a file that was prepared, for this run alone unless `isLasting`; its pieces can be read after `save`. */
  readonly add: (packed: PackedFile, isLasting?: boolean) => void;
  /** Makes durable what was added; `used` are the keys of all files that exist now. */
  readonly save: (used: ReadonlySet<string>) => void;
  /** The bytes of a piece; `undefined` if they are damaged or gone. */
  readonly read: (paper: PreparedPaper, piece: PieceName) => Uint8Array | undefined;
  /** What pieces are read from, by the number of the segment, for other threads. */
  readonly sources: () => readonly SegmentSource[];
  /** The latest result of a step over the whole list. */
  readonly recall: (step: string) => StepResult | undefined;
  readonly keep: (step: string, result: StepResult) => void;
  readonly close: () => void;
}

/** A file as the index of its segment has it. */
type Row = Omit<PreparedFile, 'paper'> & { readonly paper?: Omit<PreparedPaper, 'segment'> };

interface Segment {
  /** Missing for one that is only in memory. */
  readonly file?: string;
  readonly source: SegmentSource;
  readonly keys: readonly string[];
}

/**
 * Opens the store in a folder, which need not exist yet; without a folder everything is kept in memory and for this run
 * alone, and so it is if the folder cannot be written. A store that cannot be read is empty. `add` and `save` throw a
 * WorldError (3) if the disk is full.
 */
export function openStore(folder: string | undefined, fingerprint: string): Store {
  const segments: Segment[] = [];
  const files = new Map<string, PreparedFile>();
  const unusable: string[] = [];
  let isLoaded = false;
  /** Not before it is needed: a build that finds nothing changed asks for a step alone. */
  const load = () => {
    if (isLoaded) return;
    isLoaded = true;
    for (const { segment, rows } of readSegments(folder, fingerprint, unusable)) {
      for (const row of rows) files.set(row.key, toFile(row, segments.length));
      segments.push(segment);
    }
  };
  const steps = new Map<string, StepResult>();
  let next: { readonly file?: string; readonly writer: SegmentWriter; readonly rows: Row[] } | undefined;

  const write = ({ key, paper, problems }: PackedFile, isLasting = true): PreparedFile => {
    next ??= begin(folder);
    const { writer, rows } = next;
    const row: Row = { key, problems, ...(paper === undefined ? {} : { paper: addPieces(paper, writer) }) };
    if (isLasting) rows.push(row);
    return toFile(row, segments.length);
  };
  /** Copies what is used of a segment into the next one; what is damaged is left out. */
  const copy = (number: number, used: ReadonlySet<string>) => {
    const { source, keys } = segments[number] as Segment;
    for (const key of keys) {
      const file = files.get(key);
      // Another segment may have the same file.
      if (file === undefined || !used.has(key) || (file.paper?.segment ?? number) !== number) continue;
      const packed = toPacked(file, source);
      if (packed === undefined) files.delete(key);
      else files.set(key, write(packed));
    }
  };
  const discard = () => {
    next?.writer.discard();
    next = undefined;
  };
  const guard = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      discard();
      throw toWorldError(error, 'write the cache in', folder ?? '');
    }
  };

  return {
    fingerprint,
    find(key) {
      load();
      return files.get(key);
    },
    add(packed, isLasting = true) {
      load();
      files.set(
        packed.key,
        guard(() => write(packed, isLasting)),
      );
    },
    save(used) {
      load();
      const merged = pickMerged(segments, used.size);
      guard(() => {
        for (const number of merged) copy(number, used);
        if (next === undefined) return;
        const { file, writer, rows } = next;
        const { source, isKept } = writer.finish({ fingerprint, rows });
        const keys = rows.map(({ key }) => key);
        segments.push({ source, keys, ...(isKept && file !== undefined ? { file } : {}) });
        // What was merged can still be read: it stays open.
        const gone = [...unusable, ...merged.flatMap((number) => segments[number]?.file ?? [])];
        if (isKept) for (const path of gone) rmSync(path, { force: true });
        for (const number of merged) segments[number] = { source: segments[number]?.source as SegmentSource, keys: [] };
        next = undefined;
      });
    },
    read(paper, piece) {
      const source = segments[paper.segment]?.source;
      return source === undefined ? undefined : readPiece(source, paper.pieces[piece]);
    },
    sources: () => segments.map(({ source }) => source),
    recall: (step) => steps.get(step) ?? readStep(folder, step, fingerprint),
    keep(step, result) {
      steps.set(step, result);
      writeStep(folder, step, fingerprint, result);
    },
    close() {
      discard();
      for (const { source } of segments.splice(0)) closeSegment(source);
    },
  };
}

/** The segments in a folder with their rows. Adds the files that have another fingerprint, or are damaged, to `unusable`. */
function readSegments(folder: string | undefined, fingerprint: string, unusable: string[]) {
  return listFiles(folder).flatMap((file): { readonly segment: Segment; readonly rows: readonly Row[] }[] => {
    const opened = openSegment(file);
    const index = opened?.index as { readonly fingerprint?: unknown; readonly rows?: readonly Row[] } | undefined;
    if (opened !== undefined && index?.fingerprint === fingerprint && index.rows !== undefined) {
      const keys = index.rows.map(({ key }) => key);
      return [{ segment: { file, source: opened.source, keys }, rows: index.rows }];
    }
    if (opened !== undefined) closeSegment(opened.source);
    unusable.push(file);
    return [];
  });
}

/** Absolute paths of the segments in a folder, sorted. */
function listFiles(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(PAPERS));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** A new segment: in the folder, or in memory if there is no folder or it cannot be written. */
function begin(folder: string | undefined): { file?: string; writer: SegmentWriter; rows: Row[] } {
  try {
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      removeAbandoned(folder);
      const file = join(folder, `${randomUUID()}${PAPERS}`);
      return { file, writer: createSegment(file), rows: [] };
    }
  } catch {
    // Without a cache the next run takes longer, and that is all.
  }
  return { writer: createMemorySegment(), rows: [] };
}

/** The numbers of the segments that the next one should take over, while `used` files exist. */
function pickMerged(segments: readonly Segment[], used: number): readonly number[] {
  const total = segments.reduce((sum, { keys }) => sum + keys.length, 0);
  const all = segments.flatMap(({ keys }, number) => (keys.length > 0 ? [number] : []));
  if (total * LEAST_USED > used + FEW) return all;
  if (all.length < MOST_SEGMENTS) return [];
  const sizes = all.map((number) => (segments[number] as Segment).keys.length);
  return all.filter((number) => number !== all[sizes.indexOf(Math.max(...sizes))]);
}

function addPieces({ card, digests, pieces }: NonNullable<PackedFile['paper']>, { add }: SegmentWriter) {
  return {
    card,
    digests,
    pieces: { notes: add(pieces.notes), records: add(pieces.records), terms: add(pieces.terms) },
  };
}

function toFile({ key, paper, problems }: Row, segment: number): PreparedFile {
  return paper === undefined ? { key, problems } : { key, problems, paper: { ...paper, segment } };
}

/** The file as it was before it was stored; `undefined` if a piece is damaged. */
function toPacked({ key, paper, problems }: PreparedFile, source: SegmentSource): PackedFile | undefined {
  if (paper === undefined) return { key, problems };
  const { card, digests } = paper;
  const [notes, records, terms] = PIECES.map((piece) => readPiece(source, paper.pieces[piece]));
  if (notes === undefined || records === undefined || terms === undefined) return undefined;
  return { key, problems, paper: { card, digests, pieces: { notes, records, terms } } };
}
