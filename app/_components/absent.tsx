/** Absence as a boxed word: never a bare dash and never 0. */
export function Absent({ word }: { word: string }) {
  return <span className="no-number">{word}</span>;
}
