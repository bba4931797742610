// Which of the chosen files are the networks', and which of those are missing.

export const NETWORKS = ["det1", "det2", "det3", "det4"] as const;
export type NetworkName = (typeof NETWORKS)[number];

/** What each network is for. */
export const PURPOSE: Readonly<Record<NetworkName, string>> = {
  det1: "proposes faces",
  det2: "refuses most of them",
  det3: "decides, and finds landmarks",
  det4: "corrects landmarks; not needed",
};

export const symbolFile = (name: NetworkName): string => `${name}-symbol.json`;
export const paramsFile = (name: NetworkName): string => `${name}-0001.params`;
const filesOf = (name: NetworkName): readonly string[] => [symbolFile(name), paramsFile(name)];

const NAMES: ReadonlySet<string> = new Set(NETWORKS.flatMap(filesOf));

/** Whether a file of this name belongs to a network. */
export const isNetworkFile = (name: string): boolean => NAMES.has(name);

/** The files of a network that are not there. */
export const missingOf = (name: NetworkName, there: { has(file: string): boolean }): readonly string[] =>
  filesOf(name).filter((file) => !there.has(file));

/** The files without which no face can be found. */
export const missing = (there: { has(file: string): boolean }): readonly string[] =>
  NETWORKS.filter((name) => name !== "det4").flatMap((name) => missingOf(name, there));

/** Names as a text, the first few of many. */
export function listed(names: readonly string[], most = 6): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(", ")} and ${more} more` : names.join(", ");
}
