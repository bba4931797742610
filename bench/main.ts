// How fast the library is, in this process: `npm run bench`, or `npm run bench -- gemm conv` for workloads whose names contain these words.
// Each figure is the least and the median of many runs; only figures of one run on one machine compare.
import { autograd, gluon, init, memory, nd, random, scope } from "mxgrad";

interface Workload {
  readonly name: string;
  /** Floating point operations a run, for GFLOP/s; or operators a run, for µs an operator. */
  readonly flops?: number;
  readonly operators?: number;
  readonly run: () => void;
}

random.seed(1);
const uniform = (...shape: number[]) => nd.random.uniform(-1, 1, shape);

function gemm(n: number): Workload {
  const [a, b] = [uniform(n, n), uniform(n, n)];
  return { name: `gemm ${n}`, flops: 2 * n ** 3, run: () => nd.dot(a, b).dispose() };
}

function convolution(
  name: string,
  batch: number,
  channels: number,
  size: number,
  filters: number,
  k: number,
  pad: number,
): Workload[] {
  const [x, w] = [uniform(batch, channels, size, size), uniform(filters, channels, k, k)];
  const out = size + 2 * pad - k + 1;
  const flops = 2 * batch * filters * out * out * channels * k * k;
  const options = { kernel: [k, k], numFilter: filters, pad: [pad, pad], noBias: true };
  const forward = () => nd.Convolution(x, w, null, options);
  const [vx, vw] = [x.copy(), w.copy()];
  vx.attachGrad();
  vw.attachGrad();
  return [
    { name: `conv ${name} forward`, flops, run: () => forward().dispose() },
    {
      name: `conv ${name} forward+backward`,
      flops: 3 * flops,
      run: () => scope(() => autograd.record(() => nd.Convolution(vx, vw, null, options)).backward()),
    },
  ];
}

function elementwise(name: string, f: (x: ReturnType<typeof uniform>) => { dispose(): void }): Workload {
  const x = uniform(1000, 1000);
  return { name: `${name} 1e6`, run: () => f(x).dispose() };
}

function chain(): Workload {
  const a = nd.ones([10]);
  a.attachGrad();
  const run = () =>
    autograd
      .record(() => {
        let y = a;
        for (let i = 0; i < 1000; i++) y = y.add(a);
        return y;
      })
      .backward();
  return { name: "1000 recorded adds + backward", operators: 1000, run };
}

function training(name: string, net: gluon.nn.HybridSequential, x: ReturnType<typeof uniform>): Workload {
  const labels = nd.array(Array.from({ length: 64 }, (_, i) => i % 10));
  net.initialize(new init.Xavier());
  const trainer = new gluon.Trainer(net.collectParams(), "sgd", { learningRate: 0.01, momentum: 0.9 });
  const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
  const run = () =>
    scope(() => {
      autograd.record(() => loss(net(x), labels)).backward();
      trainer.step(64);
    });
  return { name: `${name} training step, batch 64`, run };
}

function mlp(): Workload {
  const net = new gluon.nn.HybridSequential();
  net.add(
    new gluon.nn.Dense(128, { activation: "relu" }),
    new gluon.nn.Dense(64, { activation: "relu" }),
    new gluon.nn.Dense(10),
  );
  return training("MLP 784-128-64-10", net, uniform(64, 784));
}

function lenet(): Workload {
  const net = new gluon.nn.HybridSequential();
  const { Conv2D, MaxPool2D, Flatten, Dense } = gluon.nn;
  net.add(new Conv2D(20, 5, { activation: "relu" }), new MaxPool2D(2, 2), new Conv2D(50, 5, { activation: "relu" }));
  net.add(new MaxPool2D(2, 2), new Flatten(), new Dense(500, { activation: "relu" }), new Dense(10));
  return training("LeNet", net, uniform(64, 1, 28, 28));
}

const groups: (() => Workload | Workload[])[] = [
  ...[64, 128, 256, 512, 1024].map((n) => () => gemm(n)),
  () => convolution("3x3 64->64 @56", 1, 64, 56, 64, 3, 1),
  () => convolution("3x3 16->32 @14 batch 32", 32, 16, 14, 32, 3, 1),
  () => convolution("5x5 1->20 @28 batch 64", 64, 1, 28, 20, 5, 0),
  () => elementwise("exp", (x) => nd.exp(x)),
  () => elementwise("tanh", (x) => nd.tanh(x)),
  () => elementwise("softmax", (x) => nd.softmax(x)),
  () => elementwise("sum", (x) => x.sum()),
  () => elementwise("add", (x) => x.add(x)),
  () => ({ name: "uniform 1e6", run: () => nd.random.uniform(0, 1, [1000, 1000]).dispose() }),
  () => ({ name: "normal 1e6", run: () => nd.random.normal(0, 1, [1000, 1000]).dispose() }),
  chain,
  mlp,
  lenet,
];

const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
console.log("| workload | least ms | median ms | |\n|---|---:|---:|---|");
for (const make of groups) {
  for (const { name, flops, operators, run } of [make()].flat()) {
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
    const times: number[] = [];
    const end = performance.now() + 1500;
    for (let i = 0; i < 3; i++) run();
    while (times.length < 5 || (performance.now() < end && times.length < 500)) {
      const start = performance.now();
      run();
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const [least, median] = [times[0] as number, times[times.length >> 1] as number];
    const rate = flops
      ? `${(flops / least / 1e6).toFixed(1)} GFLOP/s`
      : operators
        ? `${((least / operators) * 1000).toFixed(2)} µs an operator`
        : "";
    console.log(`| ${name} | ${least.toFixed(3)} | ${median.toFixed(3)} | ${rate} |`);
    // Lets finalisers run between workloads.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
console.log(
  `\nresident arrays: ${memory().bytes} bytes, WebAssembly memory ${(memory().heapBytes / 2 ** 20).toFixed(0)} MiB, Node ${process.version}`,
);
