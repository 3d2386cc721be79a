/** Characters as a reader sees them: a letter with its marks is one, however it is encoded. */

/** Latin letters of Vietnamese and English, digits and marks, all of one code unit and one grapheme each. */
const simple = /^[\u0020-\u00ac\u00ae-\u02ff\u1e00-\u1fff]*$/;
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** How many characters a reader sees. */
export function graphemeCount(text: string): number {
  return simple.test(text) ? text.length : graphemesOf(text).length;
}

/** The characters a reader sees, one string each. */
export function graphemesOf(text: string): readonly string[] {
  return simple.test(text) ? text.split("") : Array.from(segmenter.segment(text), ({ segment }) => segment);
}
