/** How parts of the output are dressed. The terminal passes colours; a pipe, a file and NO_COLOR pass nothing. */
export type StyleRole = "error" | "warning" | "headline" | "place" | "gutter" | "mark" | "related" | "help" | "summary";

export type Style = (role: StyleRole, text: string) => string;

export const plain: Style = (_role, text) => text;
