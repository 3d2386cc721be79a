/** A mark of a chart as it is drawn. Positions may be rounded numbers; what is printed is `text`. */
export interface Mark {
  readonly at: number;
  readonly value: number;
  readonly label: string;
  readonly text: string;
  readonly colour: string;
  readonly highlighted: boolean;
}

/** Of labels and values, in pixels. */
export const textSize = 13;

/** The colour of what is printed at a mark. */
export function textColour({ highlighted }: Mark): string {
  return highlighted ? "var(--red)" : "var(--soft)";
}
