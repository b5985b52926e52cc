import type { Tensor } from 'onnxruntime-node'
import { quoted } from './request-error.ts'

export type TensorType = Exclude<Tensor.Type, 'float16' | 'uint4' | 'int4'>
export type TensorData = Exclude<Tensor.DataTypeMap[TensorType], Uint16Array & { readonly float16: true }>

/** How one of the protocol's datatypes is read from JSON and handed to ONNX Runtime. */
export interface Datatype {
  /** The protocol's name, such as `FP32`. */
  readonly name: string
  readonly tensorType: TensorType
  /** Throws a `ValueError` at the first value that does not fit, and `UnsafeInteger` where JSON.parse has lost digits. */
  decode(values: readonly unknown[], isExact: boolean): TensorData
}

/** A value that its datatype does not hold. */
export class ValueError extends Error {}

/** A whole number beyond 2^53 that `JSON.parse` has rounded: the body must be read again with exact integers. */
export class UnsafeInteger extends Error {}

/** By ONNX's element type as a signature names it. Types that JSON does not carry (float16, complex) are absent. */
export const datatypes: ReadonlyMap<string, Datatype> = new Map<string, Datatype>([
  ['float', { name: 'FP32', tensorType: 'float32', decode: decodeFloat32 }],
  ['double', { name: 'FP64', tensorType: 'float64', decode: decodeFloat64 }],
  ['int8', integer('INT8', 'int8', Int8Array, -(2 ** 7), 2 ** 7 - 1)],
  ['int16', integer('INT16', 'int16', Int16Array, -(2 ** 15), 2 ** 15 - 1)],
  ['int32', integer('INT32', 'int32', Int32Array, -(2 ** 31), 2 ** 31 - 1)],
  ['uint8', integer('UINT8', 'uint8', Uint8Array, 0, 2 ** 8 - 1)],
  ['uint16', integer('UINT16', 'uint16', Uint16Array, 0, 2 ** 16 - 1)],
  ['uint32', integer('UINT32', 'uint32', Uint32Array, 0, 2 ** 32 - 1)],
  ['int64', bigInteger('INT64', 'int64', BigInt64Array, -(2n ** 63n), 2n ** 63n - 1n)],
  ['uint64', bigInteger('UINT64', 'uint64', BigUint64Array, 0n, 2n ** 64n - 1n)],
  ['bool', { name: 'BOOL', tensorType: 'bool', decode: decodeBooleans }],
  ['string', { name: 'BYTES', tensorType: 'string', decode: decodeStrings }],
])

// A null is a missing value: NaN for floats and '' for strings, as models are trained and scored.
function decodeFloat32(values: readonly unknown[]): Float32Array {
  const data = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (typeof value === 'number') {
      const rounded = Math.fround(value)
      if (rounded - rounded !== 0) throw new ValueError(`${quoted(value)} is outside FP32`)
      data[i] = rounded
    } else if (value === null) data[i] = Number.NaN
    else throw mismatch(value, 'a number or null')
  }
  return data
}

function decodeFloat64(values: readonly unknown[]): Float64Array {
  const data = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (typeof value === 'number') {
      if (value - value !== 0) throw new ValueError(`${quoted(value)} is outside FP64`)
      data[i] = value
    } else if (value === null) data[i] = Number.NaN
    else throw mismatch(value, 'a number or null')
  }
  return data
}

function decodeStrings(values: readonly unknown[]): string[] {
  const data = new Array<string>(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (typeof value === 'string') {
      // ONNX Runtime takes C strings: what follows a NUL would silently be another category.
      if (value.includes('\0')) throw new ValueError('a string with a NUL character')
      data[i] = value
    } else if (value === null) data[i] = ''
    else throw mismatch(value, 'a string or null')
  }
  return data
}

function decodeBooleans(values: readonly unknown[]): Uint8Array {
  return Uint8Array.from(values, (value) => {
    if (typeof value !== 'boolean') throw mismatch(value, 'true or false')
    return value ? 1 : 0
  })
}

type IntegerArray = Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array

function integer<A extends IntegerArray & TensorData>(
  name: string,
  tensorType: TensorType,
  ArrayType: new (length: number) => A,
  low: number,
  high: number,
): Datatype {
  const decode = (values: readonly unknown[]): A => {
    const data = new ArrayType(values.length)
    for (let i = 0; i < values.length; i++) {
      const value = values[i]
      if (!Number.isInteger(value)) throw mismatch(value, 'a whole number')
      if ((value as number) < low || (value as number) > high)
        throw new ValueError(`${quoted(value)} is outside ${name}`)
      data[i] = value as number
    }
    return data
  }
  return { name, tensorType, decode }
}

function bigInteger<A extends BigInt64Array | BigUint64Array>(
  name: string,
  tensorType: TensorType,
  ArrayType: new (length: number) => A,
  low: bigint,
  high: bigint,
): Datatype {
  const decode = (values: readonly unknown[], isExact: boolean): A => {
    const data = new ArrayType(values.length)
    for (let i = 0; i < values.length; i++) {
      const value = values[i]
      if (typeof value !== 'bigint' && !Number.isInteger(value)) throw mismatch(value, 'a whole number')
      if (typeof value === 'number' && !Number.isSafeInteger(value)) {
        if (!isExact) throw new UnsafeInteger()
        throw new ValueError(`${value} is beyond 2^53: write it with all its digits`)
      }
      const whole = BigInt(value as number | bigint)
      if (whole < low || whole > high) throw new ValueError(`${whole} is outside ${name}`)
      data[i] = whole
    }
    return data
  }
  return { name, tensorType, decode }
}

function mismatch(value: unknown, expected: string): ValueError {
  return new ValueError(`expected ${expected}, found ${quoted(value)}`)
}
