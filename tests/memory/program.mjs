// Loops that would leak if the library did not clean up after its users. Run in any runtime with the name of a loop;
// prints resident memory in MiB along the way, as one line of JSON.
import mx from "mxgrad";

const { autograd, nd } = mx;
const [name = "sync", count] = globalThis.Deno ? globalThis.Deno.args : process.argv.slice(2);
const STEPS = Number(count ?? 20_000);
const rss = () => (globalThis.Deno ? globalThis.Deno.memoryUsage().rss : process.memoryUsage.rss()) / 2 ** 20;
const turn = () => new Promise((resolve) => setTimeout(resolve));

nd.random.uniform({ shape: [1] });
mx.random.seed(1);
const x = nd.random.normal(0, 1, [32, 20]);
const labels = nd.array(Array.from({ length: 32 }, (_, i) => i % 4));
const params = [nd.random.normal(0, 0.3, [64, 20]), nd.zeros([64]), nd.random.normal(0, 0.3, [4, 64]), nd.zeros([4])];
for (const p of params) p.attachGrad();

function forward() {
  const [w1, b1, w2, b2] = params;
  const hidden = nd.relu(nd.FullyConnected(x, w1, b1, { numHidden: 64 }));
  const scores = nd.logSoftmax(nd.FullyConnected(hidden, w2, b2, { numHidden: 4 }));
  return nd.pick(scores, labels).mean().neg();
}

function update() {
  for (const p of params) p.set(p.sub(p.grad.mul(0.01)));
}

function step() {
  const loss = autograd.record(forward);
  loss.backward();
  update();
  return loss;
}

const loops = {
  /** Hand-written training steps in one synchronous task: no dispose, no scope. */
  sync() {
    for (let i = 0; i < STEPS; i++) {
      const loss = step();
      if (i === 0) kept = loss.mul(1);
      note(i);
    }
  },
  async async() {
    for (let i = 0; i < STEPS; i++) {
      const loss = step();
      if (i === 0) kept = loss.mul(1);
      note(i);
      if (i % 50 === 0) await turn();
    }
  },
  /** The block form of `record`, entered and left by hand as `using` does. */
  block() {
    for (let i = 0; i < STEPS; i++) {
      const scope = autograd.record();
      let loss;
      try {
        loss = forward();
      } finally {
        scope.end();
      }
      loss.backward();
      update();
      if (i === 0) kept = loss.mul(1);
      note(i);
    }
  },
  /** Variables made anew in every step. */
  variables() {
    for (let i = 0; i < STEPS; i++) {
      const v = nd.ones([64, 64]);
      v.attachGrad();
      autograd.record(() => v.mul(v).sum()).backward();
      if (i === 0) kept = v.grad.mul(1);
      note(i);
    }
  },
  /** Arrays without recording: 1 MiB each. */
  arrays() {
    for (let i = 0; i < STEPS; i++) {
      const a = nd.full([256, 1024], i + 7);
      if (i === 0) kept = a;
      note(i);
    }
  },
};

let kept;
const seen = [];
function note(i) {
  if (i % Math.ceil(STEPS / 20) === 0) seen.push(Math.round(rss()));
}

const started = performance.now();
await loops[name]();
const seconds = (performance.now() - started) / 1000;
const value = kept.toTypedArray();
console.log(
  JSON.stringify({
    name,
    steps: STEPS,
    seconds,
    rss: seen,
    end: Math.round(rss()),
    kept: [value[0], value.at(-1)],
    memory: mx.memory(),
  }),
);
