/** The words of the pages around a report: navigation, the derivation of a figure, notices. */
export interface PageWords {
  readonly skip: string;
  readonly report: string;
  readonly figures: string;
  readonly otherLanguage: string;
  /** Read before the link to the other language by who cannot see where it stands. */
  readonly otherLanguageHint: string;
  readonly openData: string;
  readonly openDataName: string;
  readonly headlines: string;
  readonly contents: string;
  readonly chartNumbers: string;
  readonly chartLabelHead: string;
  readonly source: string;
  readonly simulated: string;
  readonly aboutEdition: string;
  readonly downloads: string;
  readonly howToRead: string;
  readonly howToReadText: string;
  readonly backToReport: string;
  readonly printedAs: string;
  readonly fullValue: string;
  readonly status: string;
  readonly territory: string;
  readonly period: string;
  readonly method: string;
  readonly citation: string;
  readonly madeOf: string;
  readonly part: string;
  readonly value: string;
  readonly weight: string;
  readonly sourceRows: string;
  readonly imputed: string;
  readonly confidential: string;
  readonly rowsBehind: (count: string, source: string) => string;
  readonly seeRows: string;
  readonly firstRows: (shown: string, count: string) => string;
  readonly file: string;
  readonly line: string;
  readonly sheet: string;
  readonly deeper: string;
  readonly close: string;
  readonly permanentLink: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly home: string;
  readonly name: string;
  readonly series: string;
  readonly change: string;
  readonly unitIs: (unit: string) => string;
  /** How many steps of a derivation are folded away. */
  readonly steps: (count: number) => string;
  readonly sources: string;
  readonly formula: string;
  readonly simulatedShort: string;
  /** On every page whose data are simulated, where the workspace says nothing itself. */
  readonly simulatedNotice: string;
  readonly confidentialShort: string;
  readonly noReport: string;
  readonly runRecord: string;
  readonly openDataColumns: string;
  readonly statusOf: (status: string) => string;
  readonly rowsTitle: string;
  /** Above rows that are not published. */
  readonly internalOnly: string;
  readonly rowsShown: (from: string, to: string) => string;
  readonly noRows: string;
  readonly previousRows: string;
  readonly nextRows: string;
  readonly badRequestTitle: string;
  readonly badRequestText: (parameter: string) => string;
}
