import type { MessagesOf } from "../message.ts";

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled as the checks arrive
export interface WorkspaceDiagnostics {}

export const workspaceMessages: MessagesOf<WorkspaceDiagnostics> = {};
