/** Which sheet of a workbook holds the table: by its name, by the title in its first rows, or both. */
import type { Parsed } from "../diagnostics/diagnostic.ts";
import { errorAt } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { SourceDeclaration } from "./declarations/source.ts";
import type { TableLayout } from "./declarations/table-layout.ts";
import type { WorkbookSheet } from "./workbook-sheet.ts";
import { valueText } from "./workbook-sheet.ts";
import type { PeriodWords, TextPattern } from "./workbook-text.ts";
import { spelledOut, textPattern } from "./workbook-text.ts";
import type { Located } from "./workspace.ts";

const titleRows = 10;

export interface ChosenSheet {
  readonly sheet: WorkbookSheet;
  /** The day at `{date}` in the title, as ISO. */
  readonly date: string | undefined;
}

/** One text or several, as declared. */
export function declaredTexts(texts: string | readonly string[] | undefined): readonly string[] {
  return texts === undefined ? [] : typeof texts === "string" ? [texts] : texts;
}

/** Whether a sheet of this name may hold the table: those that may not need not be read. */
export function mayHoldTable(name: string, layout: TableLayout): boolean {
  return (
    layout.sheet.name === undefined ||
    declaredTexts(layout.sheet.name).some((text) => textPattern(text, new Map()).matches(name))
  );
}

/** The one sheet that the layout means. Hidden sheets count only where the layout reads what is hidden. */
export function findTableSheet(
  sheets: readonly WorkbookSheet[],
  layout: TableLayout,
  words: PeriodWords,
  { contract, file }: { readonly contract: Located<SourceDeclaration>; readonly file: string },
): Parsed<ChosenSheet | undefined> {
  const titles = declaredTexts(layout.sheet.title).map((text) => textPattern(text, words));
  const visible = sheets.filter(({ hidden }) => !hidden || layout.hidden === "read");
  const named = visible.filter(({ name }) => mayHoldTable(name, layout));
  const matches = named.flatMap((sheet) => {
    const title = titles.length === 0 ? { date: undefined } : titleIn(sheet, titles);
    return title === undefined ? [] : [{ sheet, date: title.date }];
  });
  const [match, ...others] = matches;
  const related = [contract.spanOf(["table", "sheet"])];
  if (match === undefined) {
    const names = declaredTexts(layout.sheet.name);
    const known = visible.map(({ name }) => name);
    return {
      value: undefined,
      diagnostics: [
        errorAt(
          "workbook/sheet-not-found",
          { file },
          {
            names,
            titles: declaredTexts(layout.sheet.title).map((title) => spelledOut(title, words)),
            sheets: known,
            named: named.map(({ name }) => name),
            nearest: names.map((name) => nearest(name, known)).find((name) => name !== undefined),
          },
          { related },
        ),
      ],
    };
  }
  if (others.length > 0) {
    const found = matches.map(({ sheet }) => sheet.name);
    return {
      value: undefined,
      diagnostics: [errorAt("workbook/several-sheets", { file }, { sheets: found }, { related })],
    };
  }
  return { value: match, diagnostics: [] };
}

function titleIn(
  sheet: WorkbookSheet,
  titles: readonly TextPattern[],
): { readonly date: string | undefined } | undefined {
  for (const row of sheet.rows.slice(0, titleRows)) {
    for (const value of row) {
      const text = typeof value === "string" ? valueText(value) : undefined;
      const title = text === undefined ? undefined : titles.find((pattern) => pattern.matches(text));
      if (text !== undefined && title !== undefined) return { date: title.dateIn(text) };
    }
  }
  return undefined;
}
