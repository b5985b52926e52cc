// Logistic regression on the flights' features, in plain Node: rows as CSV in, an ONNX model out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Columns with a coefficient for each of their values; a value that training did not see has 0. */
const factors = ['departure_hour', 'weekday', 'origin', 'destination']
/** Columns with one coefficient: as they are, or a share as its log-odds. */
const numbers = ['distance']
const shares = ['origin_late_yesterday']
/** Keeps the log-odds of 0 and 1 finite. */
const margin = 0.01

const rows = readRows(join(process.env.SM_CHANNEL_TRAIN, 'train.csv'))
const model = fit(rows, { learningRate: JSON.parse(process.env.SM_HPS).learning_rate ?? 0.1 })
writeFileSync(join(process.env.SM_MODEL_DIR, 'model.onnx'), encodeModel(model))
writeFileSync(join(process.env.TIDEMARK_OUTPUT_DIR, 'metrics.json'), JSON.stringify(model.metrics))
console.log(`${rows.count} rows, ${rows.skipped} left out for want of a value`, model.metrics)

/** The label is the first column. Rows without every number are left out. */
function readRows(file) {
  const text = readFileSync(file, 'utf8')
  if (text.includes('"')) throw new Error('a quoted field: these rows should have none')
  const header = text.slice(0, text.indexOf('\n')).split(',')
  const at = (names) => names.map((name) => header.indexOf(name))
  const [factorsAt, numbersAt, sharesAt] = [at(factors), at(numbers), at(shares)]
  const neededAt = [...numbersAt, ...sharesAt]
  const missing = [...factors, ...numbers, ...shares].filter((name) => !header.includes(name))
  if (missing.length > 0) throw new Error(`train.csv has no column ${missing.join(', ')}`)

  const labels = []
  const codes = factors.map(() => [])
  const codeOf = factors.map(() => new Map())
  const values = [...numbers, ...shares].map(() => [])
  let skipped = 0
  for (let start = header.join(',').length + 1; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const fields = text.slice(start, end).split(',')
    start = end + 1
    if (neededAt.some((i) => fields[i] === '')) {
      skipped++
      continue
    }
    labels.push(Number(fields[0]))
    for (let k = 0; k < factors.length; k++) {
      const value = fields[factorsAt[k]]
      const code = codeOf[k].get(value) ?? codeOf[k].size
      if (code === codeOf[k].size) codeOf[k].set(value, code)
      codes[k].push(code)
    }
    for (let k = 0; k < neededAt.length; k++) {
      const value = Number(fields[neededAt[k]])
      values[k].push(k < numbers.length ? value : logOdds(value))
    }
  }
  const levels = codeOf.map((map) => [...map.keys()])
  return {
    count: labels.length,
    skipped,
    labels: new Uint8Array(labels),
    codes: codes.map((column) => new Uint32Array(column)), // packed: they are read in a shuffled order
    levels,
    values: values.map((column) => new Float64Array(column)),
  }
}

function logOdds(share) {
  return Math.log((share + margin) / (1 + margin - share))
}

/** One pass of AdaGrad (Duchi, Hazan & Singer 2011) in a shuffled order, on standardised numbers. */
function fit({ count, labels, codes, levels, values }, { learningRate }) {
  if (count === 0) throw new Error('there are no rows to train on')
  const scales = values.map(standardise)
  const coefficients = levels.map((level) => new Float64Array(level.length))
  const squares = levels.map((level) => new Float64Array(level.length).fill(20))
  const slopes = new Float64Array(values.length)
  const slopeSquares = new Float64Array(values.length).fill(20)
  const rate = labels.reduce((sum, label) => sum + label, 0) / count
  const intercept = Math.log(rate / (1 - rate))
  let loss = 0

  const stride = coprimeStride(count)
  let row = Number(process.env.TIDEMARK_SEED ?? 0) % count
  for (let n = 0; n < count; n++) {
    row = (row + stride) % count
    let z = intercept
    for (let k = 0; k < codes.length; k++) z += coefficients[k][codes[k][row]]
    for (let k = 0; k < values.length; k++) z += (slopes[k] * (values[k][row] - scales[k].mean)) / scales[k].deviation
    const probability = 1 / (1 + Math.exp(-z))
    loss -= Math.log(labels[row] === 1 ? probability : 1 - probability)
    const gradient = probability - labels[row]
    for (let k = 0; k < codes.length; k++) {
      const code = codes[k][row]
      squares[k][code] += gradient * gradient
      coefficients[k][code] -= (learningRate * gradient) / Math.sqrt(squares[k][code])
    }
    for (let k = 0; k < values.length; k++) {
      const slopeGradient = (gradient * (values[k][row] - scales[k].mean)) / scales[k].deviation
      slopeSquares[k] += slopeGradient * slopeGradient
      slopes[k] -= (learningRate * slopeGradient) / Math.sqrt(slopeSquares[k])
    }
  }
  const plainSlopes = Array.from(slopes, (slope, k) => slope / scales[k].deviation)
  return {
    intercept: plainSlopes.reduce((sum, slope, k) => sum - slope * scales[k].mean, intercept),
    factors: levels.map((level, k) => ({ level, coefficients: coefficients[k] })),
    slopes: plainSlopes,
    /** Of each row before it was learned from. */
    metrics: { progressive_log_loss: loss / count, positive_rate: rate },
  }
}

function standardise(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, deviation: Math.sqrt(variance) || 1 }
}

/** Steps that meet every row once, far from its neighbours. */
function coprimeStride(count) {
  const divisor = (a, b) => (b === 0 ? a : divisor(b, a % b))
  let stride = Math.max(1, Math.floor(count * 0.618))
  while (divisor(count, stride) !== 1) stride++
  return stride
}

/** The model as ONNX: an input a column, [N,1], summed up to the log-odds. Field numbers are those of onnx.proto. */
function encodeModel({ intercept, factors: fitted, slopes }) {
  const terms = ['intercept']
  const nodes = [constant('intercept', intercept), constant('margin', margin), constant('one', 1 + margin)]
  const inputs = []
  fitted.forEach(({ level, coefficients }, k) => {
    const isText = level.some((value) => Number.isNaN(Number(value)))
    const keys = isText
      ? attribute('keys_strings', 'strings', level)
      : attribute('keys_floats', 'floats', level.map(Number))
    nodes.push(
      node('LabelEncoder', [factors[k]], `term_${factors[k]}`, [
        keys,
        attribute('values_floats', 'floats', coefficients),
        attribute('default_float', 'float', 0),
      ]),
    )
    inputs.push(tensor(factors[k], isText ? 8 : 1))
    terms.push(`term_${factors[k]}`)
  })
  for (const share of shares) {
    nodes.push(node('Add', [share, 'margin'], `yes_${share}`), node('Sub', ['one', share], `no_${share}`))
    nodes.push(
      node('Div', [`yes_${share}`, `no_${share}`], `odds_${share}`),
      node('Log', [`odds_${share}`], `log_${share}`),
    )
  }
  for (const [k, name] of [...numbers, ...shares].entries()) {
    const value = shares.includes(name) ? `log_${name}` : name
    nodes.push(constant(`slope_${name}`, slopes[k]), node('Mul', [value, `slope_${name}`], `term_${name}`))
    inputs.push(tensor(name, 1))
    terms.push(`term_${name}`)
  }
  nodes.push(node('Sum', terms, 'log_odds'), node('Sigmoid', ['log_odds'], 'probability'))

  const graph = [
    ...nodes.map((each) => message(1, each)),
    message(2, text('flights')),
    ...inputs.map((each) => message(11, each)),
    message(12, tensor('probability', 1)),
  ]
  return Buffer.concat([
    integer(1, 8), // IR version
    message(2, text('train.mjs')),
    message(7, ...graph),
    message(8, message(1, text('')), integer(2, 17)), // operator sets
    message(8, message(1, text('ai.onnx.ml')), integer(2, 3)),
    // Callers may leave yesterday's share out: older ones do not know it.
    message(14, message(1, text('tidemark.optional_inputs')), message(2, text(shares.join(',')))),
  ])
}

function node(type, inputs, output, attributes = []) {
  return Buffer.concat([
    ...inputs.map((name) => message(1, text(name))),
    message(2, text(output)),
    message(4, text(type)),
    ...attributes.map((each) => message(5, each)),
    message(7, text(type === 'LabelEncoder' ? 'ai.onnx.ml' : '')),
  ])
}

function constant(name, value) {
  return node('Constant', [], name, [attribute('value_float', 'float', value)])
}

function attribute(name, kind, value) {
  const encoded = {
    float: () => [Buffer.concat([varint(2 * 8 + 5), Buffer.from(Float32Array.of(value).buffer)]), integer(20, 1)],
    floats: () => [message(7, Buffer.from(Float32Array.from(value).buffer)), integer(20, 6)],
    strings: () => [...value.map((item) => message(9, text(item))), integer(20, 8)],
  }
  return Buffer.concat([message(1, text(name)), ...encoded[kind]()])
}

/** A float (1) or string (8) of [N,1]. */
function tensor(name, type) {
  const shape = message(2, message(1, message(2, text('N'))), message(1, integer(1, 1)))
  return Buffer.concat([message(1, text(name)), message(2, message(1, integer(1, type), shape))])
}

// Protocol buffers: a field's number and wire type, then a number, or a length and bytes.
function message(field, ...parts) {
  const body = Buffer.concat(parts)
  return Buffer.concat([varint(field * 8 + 2), varint(body.length), body])
}

function integer(field, value) {
  return Buffer.concat([varint(field * 8), varint(value)])
}

function text(value) {
  return Buffer.from(value, 'utf8')
}

function varint(value) {
  const bytes = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) + 128)
  }
}
