/** Texts that differ only in spacing or case name the same column or item. comparableName in compile/column-sql.ts does the same in SQL. */
export function comparableText(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
