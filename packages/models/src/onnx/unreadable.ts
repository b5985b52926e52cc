import { TidemarkError } from '@tidemark/schemas'

interface OtherFormat {
  readonly what: string
  readonly matches: (bytes: Uint8Array) => boolean
  readonly hint: string
}

const sklearn = 'Export with skl2onnx: to_onnx(model, initial_types=…, options={"zipmap": False}).'

// Prefixes that are no valid start of an ONNX model: a ModelProto starts with a field tag, in practice 0x08.
const otherFormats: readonly OtherFormat[] = [
  {
    what: 'empty',
    matches: (bytes) => bytes.length === 0,
    hint: 'The training command wrote no bytes: check that it closes the file.',
  },
  { what: 'a Git LFS pointer', matches: text('version https://git-lfs'), hint: 'Check out with `lfs: true`.' },
  {
    what: 'a Python pickle (or joblib) file',
    matches: ([a, b]) => a === 0x80 && b !== undefined && b >= 2 && b <= 5,
    hint: sklearn,
  },
  {
    what: 'a zip archive, as PyTorch and Keras save them',
    matches: text('PK\u0003\u0004'),
    hint: 'Export with torch.onnx.export(model, …, "model.onnx") or tf2onnx.',
  },
  {
    what: 'an HDF5 file, as older Keras saves them',
    matches: ([a, b]) => a === 0x89 && b === 0x48,
    hint: 'Convert with tf2onnx: python -m tf2onnx.convert --keras model.h5 --output model.onnx.',
  },
  {
    what: 'gzip-compressed',
    matches: ([a, b]) => a === 0x1f && b === 0x8b,
    hint: `Decompress it first. If it is a joblib file: ${sklearn}`,
  },
  {
    what: 'zlib-compressed, as joblib saves them',
    matches: ([a, b]) => a === 0x78 && (b === 0x01 || b === 0x5e || b === 0x9c || b === 0xda),
    hint: sklearn,
  },
  {
    what: 'a TensorFlow Lite model',
    matches: (bytes) => text('TFL3')(bytes.subarray(4)),
    hint: 'Convert with tf2onnx --tflite.',
  },
  {
    what: 'a LightGBM text model',
    matches: text('tree\nversion='),
    hint: 'Convert with onnxmltools.convert_lightgbm(model, zipmap=False).',
  },
  {
    what: 'a CatBoost model',
    matches: text('CBM1'),
    hint: 'Export with model.save_model("model.onnx", format="onnx").',
  },
  { what: 'a GGUF file', matches: text('GGUF'), hint: 'Language models in GGUF are not scored here; export to ONNX.' },
  {
    what: 'a safetensors file',
    matches: (bytes) => text('{"')(bytes.subarray(8)) && bytes[5] === 0,
    hint: 'It holds weights without a graph: export the model itself with torch.onnx.export.',
  },
  { what: 'JSON or XGBoost', matches: text('{'), hint: 'An XGBoost model converts with onnxmltools.convert_xgboost.' },
  {
    what: 'HTML or XML',
    matches: text('<'),
    hint: 'Probably an error page saved as the model: check where it was downloaded from.',
  },
]

/** The error for bytes that are not an ONNX model: what they look like, and how such a model becomes ONNX. */
export function unreadableModel(bytes: Uint8Array, detail: string, cause?: unknown): TidemarkError {
  const other = recogniseOtherFormat(bytes)
  const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
  const look = other ? `it is ${other.what}` : `${detail}; it starts with ${start}`
  return new TidemarkError('MODEL_UNREADABLE', `The model is not a readable ONNX file: ${look}.`, {
    hint: other?.hint ?? 'Export the model again, and check it with `python -m onnx.checker model.onnx` or Netron.',
    cause,
  })
}

/** The format that the first bytes belong to, when it is a known one other than ONNX. */
export function recogniseOtherFormat(bytes: Uint8Array): { readonly what: string; readonly hint: string } | undefined {
  return otherFormats.find((format) => format.matches(bytes))
}

function text(prefix: string): (bytes: Uint8Array) => boolean {
  return (bytes) =>
    bytes.length >= prefix.length &&
    Buffer.from(bytes.buffer, bytes.byteOffset, prefix.length).toString('latin1') === prefix
}
