import { gluon } from "mxgrad";

const { nn } = gluon;

/** The models to choose from. */
export const models = {
  /** LeNet-5 with rectifiers: two convolutions with pooling, and two dense layers. */
  lenet: (): gluon.HybridBlock =>
    new nn.HybridSequential().add(
      new nn.Conv2D(8, 5, { activation: "relu" }),
      new nn.MaxPool2D(2, 2),
      new nn.Conv2D(24, 5, { activation: "relu" }),
      new nn.MaxPool2D(2, 2),
      new nn.Dense(120, { activation: "relu" }),
      new nn.Dense(10),
    ),
  /** Two hidden layers, no convolutions. */
  mlp: (): gluon.HybridBlock =>
    new nn.HybridSequential().add(
      new nn.Dense(256, { activation: "relu" }),
      new nn.Dense(128, { activation: "relu" }),
      new nn.Dense(10),
    ),
};

export type ModelName = keyof typeof models;
