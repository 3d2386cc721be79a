/** The style sheet of the site: its faces, then the page, the figure, dark mode, phone and print. */
import { figureStyle } from "./figure-style-sheet.ts";
import { pageStyle } from "./page-style-sheet.ts";
import { fontFiles, fontFolder } from "./site-fonts.ts";

export function siteStyle(): string {
  return [faces(), pageStyle, figureStyle].join("\n");
}

/** Faces of the machine stand in with the same width until the site's arrive, so that no line moves. */
function faces(): string {
  const own = fontFiles.map(
    ({ family, file, weight, style, range }) =>
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;src:url(${fontFolder.replace("assets/", "")}${file}) format("woff2");unicode-range:${range}}`,
  );
  const stand = [
    `@font-face{font-family:"Nhip Serif";src:local("Georgia"),local("Gelasio");size-adjust:97%}`,
    `@font-face{font-family:"Nhip Sans";src:local("Arial"),local("Liberation Sans");size-adjust:106%}`,
  ];
  return [...own, ...stand].join("\n");
}
