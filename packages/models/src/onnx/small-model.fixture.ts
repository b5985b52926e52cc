import type { OnnxModel } from './writer.ts'

/** `probability` = sigmoid(number + rate of text), small enough to reckon by hand. */
export const smallModel: OnnxModel = {
  irVersion: 8,
  producer: { name: 'fixture', version: '1' },
  opsets: [
    { domain: '', version: 17 },
    { domain: 'ai.onnx.ml', version: 3 },
  ],
  metadata: { second: 'ü', first: '1' },
  graph: {
    name: 'small',
    inputs: [
      { name: 'number', type: 'float', shape: ['N', 1] },
      { name: 'text', type: 'string', shape: ['N', 1] },
    ],
    outputs: [{ name: 'probability', type: 'float', shape: ['N', 1] }],
    nodes: [
      {
        domain: 'ai.onnx.ml',
        opType: 'LabelEncoder',
        name: 'encode',
        inputs: ['text'],
        outputs: ['rate'],
        attributes: {
          keys_strings: { type: 'strings', value: ['a', 'é'] },
          values_floats: { type: 'floats', value: [1, -2] },
          default_float: { type: 'float', value: 0.5 },
        },
      },
      { domain: '', opType: 'Add', name: 'sum', inputs: ['number', 'rate'], outputs: ['log-odds'], attributes: {} },
      {
        domain: '',
        opType: 'Sigmoid',
        name: 'sigmoid',
        inputs: ['log-odds'],
        outputs: ['probability'],
        attributes: {},
      },
    ],
  },
}
