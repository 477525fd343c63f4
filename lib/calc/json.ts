/** A list too long to be held: walked anew each time, written piece by piece. */
export class LongList {
  constructor(readonly entries: Iterable<unknown>) {}

  /** The whole list, for whoever turns an answer into one text. */
  toJSON(): unknown[] {
    return [...this.entries];
  }
}

const PIECE_LENGTH = 65_536;

/** An answer as JSON in pieces of some 64 KiB: one piece for all but a long forecast, which no single text could hold. */
export function* jsonPieces(answer: Readonly<Record<string, unknown>>): Generator<string> {
  if (!holdsLongList(answer)) {
    yield JSON.stringify(answer);
    return;
  }
  let piece = "{";
  for (const [name, value] of Object.entries(answer)) {
    if (piece.length > 1 || name !== Object.keys(answer)[0]) piece += ",";
    piece += `${JSON.stringify(name)}:`;
    if (!(value instanceof LongList)) {
      piece += JSON.stringify(value) ?? "null";
      continue;
    }
    let before = "[";
    for (const entry of value.entries) {
      piece += before + JSON.stringify(entry);
      before = ",";
      if (piece.length > PIECE_LENGTH) {
        yield piece;
        piece = "";
      }
    }
    piece += before === "[" ? "[]" : "]";
  }
  yield `${piece}}`;
}

export function holdsLongList(answer: Readonly<Record<string, unknown>>): boolean {
  for (const name in answer) {
    if (answer[name] instanceof LongList) return true;
  }
  return false;
}
