/** `Mixed` picks an initializer for each parameter by its name: zeros for biases, uniform numbers for the rest. */
import mx, { init, type NDArray, nd } from "mxgrad";

/** An array as text without the line that tells its shape. */
const numbers = (array: NDArray): string => String(array).trim().split("\n").slice(0, -1).join("\n");

mx.random.seed(0);
const initializer = new init.Mixed(["bias", ".*"], [new init.Zero(), new init.Uniform(0.1)]);
const parameters = {
  fullyconnected1_weight: nd.empty([1, 3]),
  fullyconnected1_bias: nd.empty([1]),
};
for (const [name, array] of Object.entries(parameters)) {
  initializer(new init.InitDesc(name), array);
  console.log(name);
  console.log(numbers(array));
}
