/** Diagnostics dressed for a terminal with colours. */
import { styleText } from "node:util";
import type { Style, StyleRole } from "../diagnostics/style.ts";

const dress: Readonly<Record<StyleRole, Parameters<typeof styleText>[0]>> = {
  error: ["red", "bold"],
  warning: ["yellow", "bold"],
  headline: "bold",
  place: "cyan",
  gutter: "dim",
  mark: "red",
  related: "cyan",
  help: "green",
  summary: "bold",
};

export const coloured: Style = (role, text) => styleText(dress[role], text);
