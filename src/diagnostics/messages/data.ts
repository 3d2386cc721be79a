import type { MessagesOf } from "../message.ts";

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled as the checks arrive
export interface DataDiagnostics {}

export const dataMessages: MessagesOf<DataDiagnostics> = {};
