// A line through noisy points, by gradient descent: deno run examples/deno/main.ts
import { autograd, nd, random } from "mxgrad";

random.seed(1);
const x = nd.random.uniform(-1, 1, [100]);
const y = x
  .mul(3)
  .add(0.5)
  .add(nd.random.normal(0, 0.05, [100]));

const [slope, offset] = [nd.zeros([1]), nd.zeros([1])];
for (const p of [slope, offset]) p.attachGrad();
for (let step = 0; step < 200; step++) {
  autograd.record(() => nd.square(x.mul(slope).add(offset).sub(y)).mean()).backward();
  for (const p of [slope, offset]) p.subi(p.grad!.mul(0.3));
}
console.log(`y = ${slope.asscalar().toFixed(2)} x + ${offset.asscalar().toFixed(2)}`);
