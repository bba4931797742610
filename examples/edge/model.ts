import { gluon } from "mxgrad";

const { nn } = gluon;

/** The side of an image in pixels. */
export const SIDE = 28;

/** Two dense layers: small enough that its parameters are part of the worker. */
export function makeModel(): gluon.HybridBlock {
  return new nn.HybridSequential().add(
    new nn.Dense(32, { activation: "relu", inUnits: SIDE * SIDE }),
    new nn.Dense(10, { inUnits: 32 }),
  );
}
