// A server that differentiates polynomials: bun examples/bun/main.ts, then open /?c=1,0,2&x=3 for 1 + 2x² at 3.
import { autograd, MXNetError, nd, scope } from "mxgrad";

/** What is used of Bun's global object. */
declare const Bun: {
  serve(options: { port: number; hostname: string; fetch(request: Request): Response }): { url: URL };
};

/** The value of a polynomial and its first three derivatives. */
function derivatives(coefficients: readonly number[], at: number): number[] {
  const x = nd.array([at], { dtype: "float64" });
  x.attachGrad();
  return autograd.record(() => {
    // Horner's rule.
    let y = coefficients.reduceRight((sum, c) => sum.mul(x).add(c), nd.zerosLike(x));
    const values = [y.asscalar()];
    for (let order = 1; order <= 3; order++) {
      y = autograd.grad(y, x, { createGraph: true })[0] as nd.NDArray;
      values.push(y.asscalar());
    }
    return values;
  });
}

const { url } = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(process.env.PORT ?? 0),
  fetch(request) {
    const { searchParams } = new URL(request.url);
    const coefficients = (searchParams.get("c") ?? "").split(",").map(Number);
    const x = Number(searchParams.get("x") ?? Number.NaN);
    if (![...coefficients, x].every(Number.isFinite)) return new Response("expected ?c=1,0,2&x=3", { status: 400 });
    try {
      return Response.json(scope(() => derivatives(coefficients, x)));
    } catch (error) {
      if (!(error instanceof MXNetError)) throw error;
      return new Response(error.message, { status: 400 });
    }
  },
});
console.log(`listening on ${url}`);
