/** Initializers write themselves down as JSON, from which `init.create` makes them again. */
import { init } from "mxgrad";

console.log(new init.Normal(0.8).dumps());
console.log(new init.Xavier({ factorType: "in", magnitude: 2.45 }).dumps());
