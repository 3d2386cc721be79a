/** What reading a workspace needs from the outside world; io/ has the real one, tests bring their own. Paths are relative to the workspace, with forward slashes; those of data may begin with `../`. */
export interface WorkspaceFiles {
  /** Every file under the folder, at most `depth` folders down (1: in the folder itself; all where it is not given), sorted by code point; empty where there is no such folder. */
  readonly list: (folder: string, depth?: number) => readonly string[];
  /** The bytes, or `undefined` where there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined;
}
