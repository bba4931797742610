"""Makes the golden files of the random streams from MXNet 1.9.1's CPU wheel (numpy 1.23.5, glibc 2.36).

    MXNET_MKLDNN_ENABLED=0 python scripts/oracle/random_streams.py tests/golden/random

Every file holds cases; a case is a sequence of calls, replayed in order on one generator. Outputs are compared by
`hash`, the 64-bit FNV-1a of their little-endian bytes, with the bits of the first values (`head`) for a readable
failure. Calls marked `ulp` (float64 through log, exp or pow, whose last bits depend on the C library and on whether the
CPU has fused multiply-add) carry the bits of every `stride`-th value instead, to be met within 4 units in the last place.
Poisson at a mean of 12 and above depends on the single-precision lgamma of glibc 2.36.
"""
import json
import os
import sys
import warnings

import mxnet as mx
import numpy as np

warnings.simplefilter('ignore')
ND = mx.nd
FLOATS = ('float32', 'float64', 'float16')
SEEDS = (0, 42, 20240101)


def fnv(data):
    h = 0xcbf29ce484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001b3) & 0xffffffffffffffff
    return '%016x' % h


def bits(values):
    return ['%0*x' % (2 * values.itemsize, int(x)) for x in values.view('u%d' % values.itemsize)]


def encode(array, exact):
    flat = np.ascontiguousarray(array).reshape(-1)
    record = {'dtype': str(flat.dtype), 'n': flat.size}
    if exact == 'ulp':
        stride = -(-flat.size // 24)
        record.update(stride=stride, bits=bits(flat[::stride].copy()))
    else:
        record.update(hash=fnv(flat.astype(flat.dtype.newbyteorder('<')).tobytes()), head=bits(flat[:2].copy()))
    return record


def call(op, shape=None, dtype='float32', **args):
    return {'op': op, 'shape': shape, 'dtype': dtype, 'args': args}


def seed(value, **args):
    return {'op': 'seed', 'args': dict(seed=value, **args)}


def exactness(c):
    name = c['op'].replace('sample_', '')
    return 'ulp' if name in ('normal', 'exponential', 'gamma') and c['dtype'] == 'float64' else 'bits'


def run(c):
    op, args, dtype = c['op'], dict(c['args']), c.get('dtype')
    shape = c.get('shape')
    shape = tuple(shape) if isinstance(shape, list) else shape
    if op == 'seed':
        mx.random.seed(args['seed'], **({'ctx': mx.cpu(args['ctx'])} if 'ctx' in args else {}))
        return []
    if op.startswith('sample_'):
        params = [ND.array(p, dtype=args['params_dtype']) for p in args['params']]
        return [getattr(ND, op)(*params, dtype=dtype, **({'shape': shape} if shape else {}))]
    if op == 'multinomial':
        data_dtype = args.get('data_dtype', 'float32')
        p = ND.array(np.array(args['data'], dtype=data_dtype), dtype=data_dtype)
        r = ND.random.multinomial(p, get_prob=args.get('get_prob', False), dtype=dtype, **({'shape': shape} if shape else {}))
        return r if isinstance(r, list) else [r]
    if op == 'shuffle':
        return [ND.random.shuffle(ND.array(np.arange(int(np.prod(shape))).reshape(shape), dtype=dtype))]
    if op == 'dropout':
        x = ND.ones(shape, dtype=dtype)  # so that the output is the mask
        axes = {'axes': tuple(args['axes'])} if 'axes' in args else {}
        if args.get('train'):
            with mx.autograd.record():
                return [ND.Dropout(x, p=args['p'], **axes)]
        return [ND.Dropout(x, p=args['p'], mode='always', **axes)]
    if op == 'unique_zipfian':
        return ND._internal._sample_unique_zipfian(range_max=args['range_max'], shape=shape)
    if op == 'np_bernoulli':
        return [mx.npx.random.bernoulli(prob=args['prob'], size=shape, dtype=dtype)]
    if op.startswith('np_'):
        return [getattr(mx.np.random, op[3:])(*args['params'], size=shape, dtype=dtype)]
    return [getattr(ND.random, op)(shape=shape, dtype=dtype, **args)]


def make(path, cases):
    lines = []
    for name, calls in cases:
        records = []
        for c in calls:
            outputs = [o.asnumpy() for o in run(c)]
            if c['op'] != 'seed':
                c = dict(c, exact=exactness(c), out=[encode(o, exactness(c)) for o in outputs])
            records.append(json.dumps(c, separators=(',', ':')))
        lines.append('{"id":%s,"calls":[\n  %s\n]}' % (json.dumps(name), ',\n  '.join(records)))
    write(path, '[\n%s\n]\n' % ',\n'.join(lines))


def write(path, text):
    with open(path, 'w') as f:
        f.write(text)
    print(os.path.basename(path), len(text), 'bytes')


def uniform_cases():
    yield 'fresh-process', [call('uniform', [10], low=0, high=1) for _ in range(3)]
    shapes = [1, 10, 63, 64, 65, 127, 128, 129, 1000, [3, 4, 5], 65536, 65537, 65543]
    for s in (0, 1, 42, 2147483647, -1, 4294967303):
        yield 'uniform-s%d' % s, [seed(s)] + [call('uniform', x, low=0, high=1) for x in shapes]
    for s in SEEDS:
        for dt in ('float64', 'float16'):
            yield 'uniform-%s-s%d' % (dt, s), [seed(s)] + [call('uniform', x, dt, low=-1.5, high=2.25) for x in shapes[:11]]
        yield 'randint-s%d' % s, [seed(s)] + [
            call('randint', x, dt, low=lo, high=hi) for dt in ('int32', 'int64') for x in (1, 64, 65, 1000)
            for lo, hi in ((0, 10), (-5, 100), (0, 2147483647))] + [call('randint', 65, 'int64', low=-10**15, high=10**15)]
    yield 'seed-ctx', [c for s in (seed(5, ctx=0), seed(5, ctx=1), seed(5), seed(-3, ctx=0))
                       for c in (s, call('uniform', 10, low=0, high=1), call('shuffle', [10]))]
    values = (0.1, 0.3, 1e-5, 1.1, 3.3333333333333335, 1.4142135623730951, 123456.789, 1e-7, 2.5e-10, 1e10, 12345678.9,
              0.8660254037844386, 9.999999747378752e-05, 1e-20, 7e20)
    yield 'params', [seed(11)] + [call('uniform', 1, low=v, high=v) for v in values]


def continuous_cases():
    shapes = [1, 10, 63, 64, 65, 127, 128, 129, 1000, [3, 4, 5]]
    for s in SEEDS:
        for dt in FLOATS:
            calls = [call('normal', x, dt, loc=0, scale=1) for x in shapes] + [call('normal', [2, 33], dt, loc=-1.3, scale=0.7)]
            yield 'normal-%s-s%d' % (dt, s), [seed(s)] + calls + [call('normal', 65543, dt, loc=0, scale=1)]
            yield 'exponential-%s-s%d' % (dt, s), [seed(s)] + [call('exponential', x, dt, scale=v) for x in (1, 64, 65, 1000) for v in (0.7, 3)]
            yield 'gamma-%s-s%d' % (dt, s), [seed(s)] + [
                call('gamma', x, dt, alpha=al, beta=be) for x in (10, 65, 1000)
                for al, be in ((1, 1), (9, 0.5), (0.5, 2), (2.7, 3.1), (0.01, 1))]


def count_cases():
    for s in SEEDS:
        for dt in FLOATS:
            yield 'poisson-small-%s-s%d' % (dt, s), [seed(s)] + [call('poisson', x, dt, lam=v) for x in (10, 65, 1000) for v in (0, 0.5, 1, 4, 11.9)]
            yield 'poisson-large-%s-s%d' % (dt, s), [seed(s)] + [call('poisson', x, dt, lam=v) for x in (10, 65, 3000) for v in (12, 20.5, 100, 1500, 1e6)]
            yield 'negative-binomial-%s-s%d' % (dt, s), (
                [seed(s)] + [call('negative_binomial', x, dt, k=k, p=p) for x in (10, 65, 1000) for k, p in ((1, 1), (3, 0.5), (1, 0.3), (0, 0.5))]
                + [call('generalized_negative_binomial', x, dt, mu=m, alpha=al) for x in (10, 65, 1000) for m, al in ((1, 1), (3, 0.5), (2, 0), (20, 3))])


def array_parameter_cases():
    first, second = [[0.5, 1.5], [2.5, 0.25]], [[1.0, 2.0], [4.0, 8.0]]
    odd = [[0.3, 1.7, 20.1], [1.3, 2.7, 33.3]]
    ops = (('uniform', 2), ('normal', 2), ('gamma', 2), ('exponential', 1), ('poisson', 1), ('generalized_negative_binomial', 2))
    for s in SEEDS:
        for params_dtype in FLOATS:
            for dt in FLOATS:
                if s != 42 and (params_dtype, dt) != ('float32', 'float32'):
                    continue
                calls = [call('sample_' + n, x, dt, params=[first, second][:k], params_dtype=params_dtype) for x in (None, 5, [3, 30]) for n, k in ops]
                calls += [call('sample_' + n, 40, dt, params=odd[:k], params_dtype=params_dtype) for n, k in ops]
                calls += [call('sample_negative_binomial', x, dt, params=[[1, 4, 7], [0.3, 0.5, 0.9]], params_dtype=params_dtype) for x in (None, 40)]
                yield 'sample-%s-%s-s%d' % (params_dtype, dt, s), [seed(s)] + calls


def global_cases():
    one = [0.1, 0.2, 0.3, 0.4]
    rows = [[0.0, 0.5, 0.5], [0.25, 0.25, 0.5], [1.0, 0.0, 0.0]]
    for s in SEEDS:
        calls = [call('multinomial', None, 'int32', data=one), call('multinomial', 10, 'int32', data=one),
                 call('multinomial', 5, 'float32', data=rows), call('multinomial', [2, 3], 'int32', data=rows)]
        calls += [call('multinomial', n, dt, data=d, data_dtype=p, get_prob=True)
                  for p in FLOATS for d, n, dt in ((rows, 4, 'int32'), (one, 6, 'uint8'))]
        yield 'multinomial-s%d' % s, [seed(s)] + calls + [call('multinomial', 1000, 'int32', data=one), call('multinomial', 9, 'int32', data=[0.1, 0.1]),
                                                          call('multinomial', 300, 'int32', data=[0.5, -0.3, 0.2, 0.7, -0.1, 0.1])]
        yield 'shuffle-s%d' % s, [seed(s)] + [call('shuffle', x, dt) for x in ([1], [2], [10], [64], [1001], [5, 2], [64, 3], [4, 2, 3], [1001, 2]) for dt in ('float32', 'int32')]
        yield 'np-s%d' % s, [seed(s)] + [call(op, n, dt, params=p) for dt in FLOATS for n in (1, 5, 4, 301)
                                         for op, p in (('np_uniform', [0.1, 0.7]), ('np_normal', [0.1, 0.7]), ('np_uniform', [2, 1]), ('np_normal', [2, 0]))]
        yield 'np-randint-s%d' % s, [seed(s)] + [call('np_randint', n, dt, params=[-3, 11]) for dt in ('int32', 'int64') for n in (6, 65)]
        yield 'np-bernoulli-s%d' % s, [seed(s)] + [call('np_bernoulli', n, 'int32', prob=p) for p in (0, 0.3, 1) for n in (6, 1000)]


def mask_cases():
    for s in SEEDS:
        for dt in FLOATS:
            calls = [call('dropout', x, dt, p=p) for x in ([1], [64], [65], [4, 5], [1000]) for p in (0.5, 0.3, 0.9, 0.0)]
            calls += [call('dropout', [4, 5, 6], dt, p=0.4, axes=ax) for ax in ([0], [1], [0, 2])]
            yield 'dropout-%s-s%d' % (dt, s), [seed(s)] + calls + [call('dropout', [130], dt, p=0.25, train=True)]


def mixed_cases():
    for s in SEEDS:
        yield 'mixed-s%d' % s, [
            seed(s), call('uniform', 5, low=0, high=1), call('shuffle', [7]), call('normal', 100, loc=0, scale=1),
            call('multinomial', 3, 'int32', data=[0.1, 0.2, 0.3, 0.4]), call('uniform', 3, 'float64', low=0, high=1),
            call('randint', 70, 'int32', low=0, high=6), call('dropout', [80], p=0.5), call('np_normal', 3, params=[0, 1]),
            call('uniform', [2, 3], low=-1, high=1), seed(s), call('uniform', 5, low=0, high=1)]
        yield 'zipfian-s%d' % s, [seed(s)] + [call('unique_zipfian', shape, 'int64', range_max=r)
                                              for r, shape in ((20, [2, 6]), (6, [1, 6]), (1, [3, 1]), (100000, [1, 200]), (1000000000, [1500, 3]))]


def read(make_array, text):
    try:
        return bits(make_array(text).asnumpy().reshape(-1))[0]
    except mx.base.MXNetError as e:
        message = [line for line in str(e).splitlines() if line.strip()][-1]
        for part, name in (('Invalid', 'invalid'), ('Out of range', 'range'), ('trailing', 'trailing')):
            if part in message:
                return name
        raise


def text_file(path):
    rng = np.random.RandomState(7)
    texts = ['abc', '', '1e', '1.5f', ' 1', '1 ', '\t2', '1e39', '4e38', '3.5e38', '3.4e38', '1e-39', '1e-38', '1.2e-38', '1.1754943e-38', '.5', '-.5', '.',
             '-', '+', 'inf', '-Infinity', 'nan', 'infin', 'infinit', 'NaN', 'na', '1e+5', '+3', '1_0', '1' + '0' * 30, '0.12345678901234567890123', '1E5', 'None',
             '0x10', '1.5ff', '1e5f', 'nan(abc)', '1e-45', '-abc', ' abc', '--1', '0', '-0.0', '16777217', '16777219', '18446744073709551615',
             '18446744073709551616', '1e308', '1.8e308', '1.7e308', '1e309', '1e-308', '2.3e-308', '1e-309', '1e300', '5e-324', '1e99999999999',
             '0.1e1', '3.402823466e38', '3.4028235e38', '3.4028236e38', '0.000000000000000000012345', '1.', '1.e3', 'e5', '-e', '1e--5', '1e5.5']
    values = np.concatenate([rng.rand(50), rng.randn(50) * 100, 10 ** rng.uniform(-37, 37, 60), 10 ** rng.uniform(-8, 8, 60),
                             10 ** rng.uniform(-300, 300, 40), [0.1, 0.3, 1e-5, 1e-4, 1e15, 1e16, 9999999999999998.0, 123456789012345680.0]])
    texts += [repr(float(v)) for v in values]
    # Infinity clipped from above is the bound itself, sign of zero included; only a bound that is no number does nothing.
    single = lambda t: ND.array([np.nan]) if 'nan' in t.lower() else ND.clip(ND.array([np.inf]), a_min=t, a_max=t)
    double = lambda t: ND._internal._mul_scalar(ND.ones((1,), dtype='float64'), scalar=t)
    parsed = [{'text': t, 'f32': read(single, t), 'f64': read(double, t)} for t in texts]
    numbers = np.concatenate([values, [0.0, -0.0, 1.0, -2.5, np.inf, -np.inf, np.nan, 5e-324, 1.7976931348623157e308, 100.0, 2.0 ** 53, 0.00012, 1e22, 1e23]])
    written = [{'f64': bits(numbers[i:i + 1])[0], 'text': repr(float(v)), 'f32': bits(numbers[i:i + 1].astype('f4'))[0], 'text32': str(np.float32(v))}
               for i, v in enumerate(numbers)]
    line = lambda r: json.dumps(r, separators=(',', ':'))
    write(path, '{"parse":[\n%s\n],\n"write":[\n%s\n]}\n' % (',\n'.join(map(line, parsed)), ',\n'.join(map(line, written))))


def numpy_file(path):
    cases = []
    for s in (0, 1, 42, 2**32 - 1):
        r = np.random.RandomState(s)
        steps = [('random_sample', [], r.random_sample(700)), ('uniform', [-1.5, 2.25], r.uniform(-1.5, 2.25, 5)), ('normal', [0.5, 2.0], r.normal(0.5, 2.0, 301)),
                 ('random_sample', [], r.random_sample(3))]
        steps += [('randint', [lo, hi], np.array([r.randint(lo, hi, dtype=np.int64) for _ in range(200)]))
                  for lo, hi in ((0, 10), (-5, 100), (3, 4), (0, 2**31), (0, 2**32), (0, 2**32 + 5), (-10**15, 10**15))]
        steps += [('permutation', [n], r.permutation(n)) for n in (1, 2, 5, 64, 1000)]
        steps += [('normal', [0.0, 1.0], r.normal(0.0, 1.0, 4))]
        cases.append({'seed': s, 'steps': [{'op': op, 'args': a, 'exact': 'ulp' if op == 'normal' else 'bits', 'out': encode(o, 'ulp' if op == 'normal' else 'bits')}
                                           for op, a, o in steps]})
    write(path, '[\n%s\n]\n' % ',\n'.join(json.dumps(c, separators=(',', ':')) for c in cases))


if __name__ == '__main__':
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    # The fresh-process case comes first, before anything has drawn.
    for name, cases in (('uniform', uniform_cases), ('continuous', continuous_cases), ('counts', count_cases),
                        ('array-parameters', array_parameter_cases), ('global', global_cases), ('dropout', mask_cases), ('mixed', mixed_cases)):
        make(os.path.join(folder, name + '.json'), cases())
    text_file(os.path.join(folder, 'text.json'))
    numpy_file(os.path.join(folder, 'numpy.json'))
