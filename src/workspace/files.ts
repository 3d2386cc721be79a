/** What reading a workspace needs from the outside world; io/ has the real one, tests bring their own. Paths are relative to the workspace, with forward slashes. */
export interface WorkspaceFiles {
  /** Every file under the folder (recursively), sorted by code point; empty where there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  /** The bytes, or `undefined` where there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined;
}
