/** Whether a DuckDB type holds numbers. */
export function isNumeric(type: string): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(type)
}

/** Whether a DuckDB type holds NaN and infinities besides numbers. */
export function isFloat(type: string): boolean {
  return type === 'FLOAT' || type === 'DOUBLE'
}
