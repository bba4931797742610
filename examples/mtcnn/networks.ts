// The four networks of MTCNN from their checkpoints, det1 to det4.
import type { Networks } from "./detector.ts";
import { type Checkpoint, Network } from "./network.ts";

/**
 * Loads the networks.
 *
 * @param find - the checkpoint of a name
 * @param withLandmarks - whether there is the fourth, which corrects landmarks
 */
export async function loadNetworks(find: (name: string) => Checkpoint, withLandmarks: boolean): Promise<Networks> {
  return {
    propose: await Network.load(find("det1"), [1, 3, 12, 12]),
    refine: await Network.load(find("det2"), [1, 3, 24, 24]),
    output: await Network.load(find("det3"), [1, 3, 48, 48]),
    landmarks: withLandmarks ? await Network.load(find("det4"), [1, 15, 24, 24]) : undefined,
  };
}
