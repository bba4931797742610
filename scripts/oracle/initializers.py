"""Makes the golden files of the initializers from MXNet 1.9.1's CPU wheel.

    MXNET_MKLDNN_ENABLED=0 MXNET_ENGINE_TYPE=NaiveEngine python scripts/oracle/initializers.py tests/golden/init

(The naive engine raises errors where they are made.)

values.json: one call of one initializer a line. The array is filled with 7 and the streams are seeded before the call;
`next` is a uniform drawn after it, which tells how much the initializer drew. Values are encoded as in random_streams.py;
those of Orthogonal, whose signs come from LAPACK, are all there. texts.json: `dumps()`, and what verbose initializers log.

An initializer is written [class, arguments, keyword arguments]; an argument {"float": x} is a float, {"array": [...]} an
NDArray, {"init": [...]} an initializer, {"params": {...}} a dict of NDArrays.
"""
import json
import logging
import os
import sys
import warnings

import mxnet as mx
import numpy as np

from random_streams import bits, encode, write

warnings.simplefilter('ignore')
SEEDS = (0, 42)
lines = []


def value(x):
    if isinstance(x, dict):
        if 'float' in x:
            return float(x['float'])
        if 'array' in x:
            return mx.nd.array(x['array'], dtype=x.get('dtype', 'float32'))
        if 'init' in x:
            return build(x['init'])
        if 'params' in x:
            return {k: mx.nd.array(v) for k, v in x['params'].items()}
    return [value(item) for item in x] if isinstance(x, list) else x


def build(init):
    klass, args, kwargs = (list(init) + [[], {}])[:3] if len(init) < 3 else init
    return getattr(mx.init, klass)(*map(value, args), **{k: value(v) for k, v in kwargs.items()})


def spec(klass, *args, **kwargs):
    return [klass, list(args), kwargs]


def attempt(run):
    try:
        return run()
    except Exception as e:  # the class and text of any error are what is wanted
        return {'class': type(e).__name__, 'text': str(e).strip().splitlines()[-1][:160] if str(e).strip() else ''}


def case(ident, init, name='a_weight', shape=(2, 3), dtype='float32', seed=0, attrs=None, plain=False):
    record = dict(id=ident, init=init, name=name, shape=list(shape), dtype=dtype, seed=seed)
    if attrs:
        record['attrs'] = attrs
    if plain:
        record['plain'] = True
    mx.random.seed(seed)
    arr = mx.nd.full(shape, 7, dtype=dtype)
    # An empty __init__ is kept: it counts as none.
    desc = name if plain else mx.init.InitDesc(name, attrs)
    error = attempt(lambda: build(init)(desc, arr))
    if error:
        record['error'] = error
    elif init[0] == 'Orthogonal':
        record['bits'] = bits(arr.asnumpy().reshape(-1))
    else:
        exact = 'ulp' if init[0] == 'Normal' and dtype == 'float64' else 'bits'
        record.update(exact=exact, out=encode(arr.asnumpy(), exact))
    record['next'] = bits(mx.nd.random.uniform(shape=1).asnumpy())[0]
    lines.append(json.dumps(record, separators=(',', ':')))


def names():
    suffixes = ('fc_weight fc_bias bn_gamma bn_beta x_min x_max q_weight_quantize q_bias_quantize bn_moving_mean bn_moving_var '
                'bn_moving_inv_var bn_moving_avg bn_running_mean foo weight Weight stn_loc_weight upsampling_bias').split()
    for plain in (False, True):
        kind = 'plain' if plain else 'desc'
        for name in suffixes:
            case('%s-%s' % (kind, name), spec('Constant', 3), name, (1, 1, 2, 3), plain=plain)
        case(kind + '-stn_loc_bias', spec('Constant', 3), 'stn_loc_bias', (6,), plain=plain)
        case(kind + '-stn_loc_bias-short', spec('Constant', 3), 'stn_loc_bias', (3,), plain=plain)
        case(kind + '-upsampling', spec('Constant', 3), 'upsampling0_weight', (1, 2, 4, 4), plain=plain)
        case(kind + '-base', spec('Initializer'), plain=plain)
        case(kind + '-base-bias', spec('Initializer'), 'a_bias', plain=plain)
    case('quantize-int8', spec('Zero'), 'a_weight_quantize', dtype='int8', seed=42)


def attributes():
    case('own-lstmbias', spec('Zero'), 'a_bias', (8,), attrs={'__init__': '["lstmbias", {"forget_bias": 2.5}]'})
    case('own-alias', spec('Zero'), 'foo', attrs={'__init__': 'ones'})
    case('own-unknown', spec('Zero'), 'foo', attrs={'__init__': 'bogus'})
    case('own-empty', spec('Zero'), 'foo', attrs={'__init__': ''})
    case('own-dict', spec('Zero'), 'foo', attrs={'__init__': '{"initializer": "uniform", "scale": 0.5}'}, seed=42)
    case('own-other-attrs', spec('Zero'), 'foo_bias', attrs={'__shape__': '(2, 3)'})


def constants():
    for dtype in ('float32', 'float16', 'float64', 'int32', 'int64', 'uint8', 'int8'):
        for klass in ('Zero', 'One'):
            case('%s-%s' % (klass.lower(), dtype), spec(klass), dtype=dtype)
        case('constant-' + dtype, spec('Constant', 2.7), dtype=dtype)
    case('constant-exact', spec('Constant', 0.1), dtype='float64')
    case('constant-array', spec('Constant', {'array': [1, 2, 3]}))
    case('constant-row', spec('Constant', {'array': [[4], [5]]}))
    case('constant-list', spec('Constant', [1.5, 2.5, 3.5]))
    case('constant-does-not-fit', spec('Constant', {'array': [1, 2]}))
    case('constant-text', spec('Constant', 'a'))
    for shape in ((1, 1, 4, 4), (1, 2, 3, 5), (2, 1, 1, 1), (1, 1, 5, 2), (2, 3), (1, 2, 3)):
        case('bilinear-%s' % 'x'.join(map(str, shape)), spec('Bilinear'), shape=shape)
    case('bilinear-float64', spec('Bilinear'), shape=(1, 1, 3, 3), dtype='float64')
    for n in (8, 6, 3, 13):
        case('lstmbias-%d' % n, spec('LSTMBias', 2.5), shape=(n,))
    case('lstmbias-bias', spec('LSTMBias', 2.5), 'a_bias', (8,))


def draws():
    for s in SEEDS:
        for dtype in ('float32', 'float64', 'float16'):
            for scale in (0.07, 0.1, 1):
                case('uniform-%s-%s-s%d' % (scale, dtype, s), spec('Uniform', scale), shape=(3, 70), dtype=dtype, seed=s)
            case('normal-%s-s%d' % (dtype, s), spec('Normal', 0.5), shape=(3, 70), dtype=dtype, seed=s)
        for rnd in ('uniform', 'gaussian'):
            for factor in ('avg', 'in', 'out'):
                for magnitude in (3, 2.34, 0.01):
                    case('xavier-%s-%s-%s-s%d' % (rnd, factor, magnitude, s), spec('Xavier', rnd, factor, magnitude), shape=(5, 3, 3, 2), seed=s)
                case('xavier-2d-%s-%s-s%d' % (rnd, factor, s), spec('Xavier', rnd, factor), shape=(10, 7), seed=s)
        for factor in ('avg', 'in', 'out'):
            case('msra-%s-s%d' % (factor, s), spec('MSRAPrelu', factor, 0.1), shape=(5, 3, 3, 2), seed=s)
        case('msra-s%d' % s, spec('MSRAPrelu'), shape=(4, 6), seed=s)
        for rand in ('uniform', 'normal'):
            for shape in ((2, 3), (3, 2), (4, 4), (3, 2, 2, 2), (1, 5), (20, 12)):
                case('orthogonal-%s-%s-s%d' % (rand, 'x'.join(map(str, shape)), s), spec('Orthogonal', 1.414, rand), shape=shape, seed=s)
    for i, shape in enumerate(((1, 3), (784, 10), (30, 20, 5, 5), (7, 11), (101, 13), (3, 3, 1))):
        for rnd in ('uniform', 'gaussian'):
            case('xavier-shape-%s-%d' % (rnd, i), spec('Xavier', rnd), shape=shape, seed=i)
        case('msra-shape-%d' % i, spec('MSRAPrelu', 'in', 0.3), shape=shape, seed=i)
    case('xavier-float64', spec('Xavier', 'uniform', 'in', 2.45), shape=(4, 5), dtype='float64')
    case('xavier-text', spec('Xavier', 'uniform', 'avg', '2.34'), shape=(4, 5))
    case('xavier-vector', spec('Xavier'), shape=(3,))
    case('xavier-bias', spec('Xavier'), 'a_bias', (3,))
    case('xavier-factor', spec('Xavier', 'uniform', 'foo'))
    case('xavier-type', spec('Xavier', 'foo'))
    case('xavier-magnitude', spec('Xavier', magnitude='big'))
    case('xavier-0', spec('Xavier', 'uniform', 'avg', 0))
    case('xavier-gaussian-0', spec('Xavier', 'gaussian', 'avg', 0))
    case('uniform-0', spec('Uniform', 0))
    case('uniform-negative', spec('Uniform', -1))
    case('normal-0', spec('Normal', 0))
    case('uniform-int32', spec('Uniform'), dtype='int32')
    case('uniform-tiny', spec('Uniform', 1e-05), shape=(4, 4))
    case('orthogonal-vector', spec('Orthogonal'), shape=(3,))
    case('orthogonal-type', spec('Orthogonal', 1.414, 'foo'))


def combinations():
    saved = {'params': {'arg:a_weight': [1, 2], 'aux:m': [3], 'p': [4]}}
    for name, n in (('a_weight', 2), ('m', 1), ('p', 1), ('zz_weight', 2), ('arg:a_weight', 2), ('a_weight', 3), ('zz', 2)):
        case('load-%s-%d' % (name, n), spec('Load', saved, {'init': spec('One')}), name, (n,))
    case('load-float64', spec('Load', saved), 'a_weight', (2,), dtype='float64')
    case('load-plain', spec('Load', saved), 'a_weight', (2,), plain=True)
    case('load-no-default', spec('Load', saved), 'zz_weight', (2,))
    usual = spec('Mixed', ['bias', '.*'], [{'init': spec('Zero')}, {'init': spec('Uniform', 0.1)}])
    for name in ('fullyconnected1_weight', 'fullyconnected1_bias', 'foo'):
        case('mixed-%s' % name, usual, name, (1, 3))
    anchored = spec('Mixed', ['bias', '.*weight', r'(?P<kind>c\d+)_.*ma'], [{'init': spec(k)} for k in ('Zero', 'One', 'One')])
    for name in ('fc_bias', 'fc_weight', 'bias', 'c12_gamma', 'x_c12_gamma'):
        case('mixed-anchored-%s' % name, anchored, name, (1, 3))
    case('mixed-lengths', spec('Mixed', ['bias'], []))
    case('mixed-pattern', spec('Mixed', ['('], [{'init': spec('Zero')}]))
    for mode, gates in (('lstm', 4), ('gru', 3), ('rnn_relu', 1), ('rnn_tanh', 1)):
        for layers, both in ((1, False), (2, True), (2, False), (1, True)):
            hidden, inputs, directions = 2, 3, 2 if both else 1
            size = directions * gates * hidden * (inputs + hidden + 2 + (layers - 1) * (directions * hidden + hidden + 2))
            case('fusedrnn-%s-%d-%d' % (mode, layers, both), spec('FusedRNN', {'init': spec('Uniform', 1)}, hidden, layers, mode, both, 0.5),
                 shape=(size,), seed=layers)
            own = mx.init.FusedRNN(None, hidden, layers, mode, both, 0.5).dumps()
            case('fusedrnn-global-%s-%d-%d' % (mode, layers, both), spec('Normal', 0.3), 'a_bias', (size,), attrs={'__init__': own}, seed=layers)
    case('fusedrnn-xavier', spec('FusedRNN', {'init': spec('Xavier')}, 3, 1, 'lstm'), shape=(4 * 3 * (2 + 3 + 2),))
    case('fusedrnn-size', spec('FusedRNN', {'init': spec('Zero')}, 2, 1, 'lstm'), shape=(57,))


def texts():
    dumps = [spec('Zero'), spec('One'), spec('Constant', 1), spec('Constant', 1.5), spec('Constant', {'float': 1}), spec('Constant', -2),
             spec('Constant', {'array': [[1, 2], [3, 4]]}), spec('Constant', {'array': [0.1, -7]}), spec('Constant', {'array': [1, 2], 'dtype': 'int32'}),
             spec('Constant', 'a"\\\n\u00e9\u4e2d\U0001f600/\x7f\x00'), spec('Constant', True), spec('Uniform'), spec('Uniform', 1), spec('Uniform', {'float': 1}),
             spec('Uniform', 1e-07), spec('Uniform', 1e+20), spec('Uniform', 123456789012345680.5), spec('Uniform', 0.1 + 0.2), spec('Normal'), spec('Normal', 1e-05),
             spec('Normal', sigma=0.8), spec('Orthogonal'), spec('Orthogonal', rand_type='normal'), spec('Xavier'), spec('Xavier', factor_type='in', magnitude=2.34),
             spec('Xavier', factor_type='in', magnitude=2.45), spec('Xavier', 'gaussian', 'out', 2), spec('Xavier', magnitude='3'), spec('MSRAPrelu'),
             spec('MSRAPrelu', 'in', 0.1), spec('Bilinear'), spec('LSTMBias'), spec('LSTMBias', 2), spec('FusedRNN', {'init': spec('Xavier')}, 4, 1, 'lstm'),
             spec('FusedRNN', None, 4, 2, 'gru', True, 0.5), spec('Initializer', a=1, b='x')]
    create = [[['zeros'], {}], [['ONES'], {}], [['uniform', 0.3], {}], [['normal'], {'sigma': 0.4}], [['["normal", {"sigma": 0.5}]'], {}],
              [['["lstmbias", {"forget_bias": 2.0}]'], {}], [['["uniform", {"scale": 1e3}]'], {}], [['["uniform", {"scale": 7}]'], {}],
              [['{"initializer": "normal", "sigma": 0.25}'], {}], [[{'initializer': 'constant', 'value': 4}], {}], [[], {'initializer': 'one'}],
              [['["fusedrnn", {"init": null, "num_hidden": 2, "num_layers": 1, "mode": "lstm"}]'], {}],
              [['["xavier", {}]'], {}], [['nope'], {}], [[5], {}], [[], {}], [['load', {}], {}], [['["zero", {}]', 1], {}], [['zero'], {'foo': 1}], [['constant'], {}], [['[zero'], {}]]
    logged = [(spec('Constant', 2.5), 'fc_weight', (2, 3), None), (spec('Constant', 2.5), 'fc_bias', (4,), None), (spec('Constant', 2.5), 'bn_gamma', (2,), None),
              (spec('Constant', 2.5), 'a_min', (2,), None), (spec('Constant', 2.5), 'a_max', (2,), None), (spec('Constant', 2.5), 'foo', (2, 2), {'__init__': '["one", {}]'}),
              (spec('Constant', 0.1), 'a_weight', (3,), None), (spec('Constant', 1e-7), 'a_weight', (3,), None), (spec('Uniform', 0.3), 'a_weight', (1,), None),
              (spec('Constant', 3e20), 'a_weight', (1,), None)]
    handler = logging.Handler()
    handler.emit = lambda record: seen.append(record.getMessage())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    out = {'dumps': [], 'create': [], 'verbose': []}
    for init in dumps:
        text = build(init).dumps()
        out['dumps'].append(dict(init=init, dumps=text))
    for args, kwargs in create:
        got = attempt(lambda: mx.init.create(*args, **kwargs).dumps())
        out['create'].append(dict(args=args, kwargs=kwargs, **({'error': got} if isinstance(got, dict) else {'dumps': got})))
    for init, name, shape, attrs in logged:
        seen = []
        mx.random.seed(0)
        build(init).set_verbosity(True)(mx.init.InitDesc(name, attrs), mx.nd.zeros(shape))
        out['verbose'].append(dict(init=init, name=name, shape=shape, attrs=attrs, lines=seen))
    body = ',\n'.join('"%s":[\n%s\n]' % (key, ',\n'.join(json.dumps(r, separators=(',', ':')) for r in records)) for key, records in out.items())
    return '{%s}\n' % body


if __name__ == '__main__':
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for make in (names, attributes, constants, draws, combinations):
        make()
    write(os.path.join(folder, 'values.json'), '[\n%s\n]\n' % ',\n'.join(lines))
    write(os.path.join(folder, 'texts.json'), texts())
