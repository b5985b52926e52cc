import { ApiError } from './api-error.ts'

/** A part of a list. */
export interface Page<T> {
  items: readonly T[]
  /** The Link header's value; absent when all fits on one page. */
  link?: string
}

/** Cuts the page that `page` and `per_page` (30 unless told, at most 100) ask for, with links to its neighbours. */
export function cutPage<T>(items: readonly T[], url: URL): Page<T> {
  const size = Math.min(count(url, 'per_page', 30), 100)
  const page = count(url, 'page', 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const at = (target: number, rel: string) => {
    const link = new URL(url)
    link.searchParams.set('page', String(target))
    return `<${link}>; rel="${rel}"`
  }
  const links: string[] = []
  if (page > 1) links.push(at(Math.min(page - 1, last), 'prev'))
  if (page < last) links.push(at(page + 1, 'next'), at(last, 'last'))
  if (page > 1) links.push(at(1, 'first'))
  const cut = items.slice((page - 1) * size, page * size)
  return links.length > 0 ? { items: cut, link: links.join(', ') } : { items: cut }
}

function count(url: URL, name: string, otherwise: number): number {
  const text = url.searchParams.get(name)
  if (text === null) return otherwise
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new ApiError(422, `${name} is not a number`)
  return value < 1 ? otherwise : value
}
