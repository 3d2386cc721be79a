/** Which Node the programme runs on. npm only warns of an older one, so the programme says it itself, in one sentence instead of a trace. */

/** As `engines` in package.json. */
export const oldestNode = "22.18.0";

/** Whether a version of Node, as `process.versions.node` gives it, is the oldest supported one or later. */
export function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split(".").map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
