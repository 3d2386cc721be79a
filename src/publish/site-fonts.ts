/** The faces of the site: Source Serif 4 for headlines and narrative, Be Vietnam Pro for figures, tables and interface. Each family in the scripts that Vietnamese and English need. */

export interface FontFile {
  /** Package and file it comes from. */
  readonly package: string;
  readonly file: string;
  readonly family: string;
  readonly weight: string;
  readonly style: "normal" | "italic";
  readonly range: string;
  /** Whether the first screen of every page needs it: a server announces these (a page cannot, since a browser refuses that from a disk). */
  readonly early: boolean;
}

/** Where fonts stand in the site. */
export const fontFolder = "assets/fonts/";

export const fontPackages = ["@fontsource-variable/source-serif-4", "@fontsource/be-vietnam-pro"] as const;

const ranges = {
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
} as const;
type Script = keyof typeof ranges;

const serif = (script: Script, style: "normal" | "italic"): FontFile => ({
  package: fontPackages[0],
  file: `source-serif-4-${script}-wght-${style}.woff2`,
  family: "Source Serif 4",
  weight: "200 900",
  style,
  range: ranges[script],
  early: style === "normal" && script !== "latin-ext",
});

const sans = (script: Script, weight: number): FontFile => ({
  package: fontPackages[1],
  file: `be-vietnam-pro-${script}-${weight}-normal.woff2`,
  family: "Be Vietnam Pro",
  weight: String(weight),
  style: "normal",
  range: ranges[script],
  early: weight === 400 && script !== "latin-ext",
});

/** A script that holds another's letters stands before it: of two faces with a letter, the later one is taken. */
export const fontFiles: readonly FontFile[] = [
  serif("latin-ext", "normal"),
  serif("vietnamese", "normal"),
  serif("latin", "normal"),
  serif("vietnamese", "italic"),
  serif("latin", "italic"),
  ...[400, 500, 600].flatMap((weight) => [
    sans("latin-ext", weight),
    sans("vietnamese", weight),
    sans("latin", weight),
  ]),
];
