import type { ListOf } from '@shared/domain/thing'
import { z } from 'zod'

/** Every answer of the API wraps its content in `data`. */
export function answerOf<T>(data: z.ZodType<T>): z.ZodType<T> {
  return z
    .object({ data: z.unknown() })
    .transform((answer) => answer.data)
    .pipe(data)
}

/** Reads elements one by one: an unreadable one is counted and never hides the others. */
export function readList<T>(elements: readonly unknown[], item: z.ZodType<T>): ListOf<T> {
  const items: T[] = []
  for (const element of elements) {
    const read = item.safeParse(element)
    if (read.success) items.push(read.data)
  }
  return { items, unreadable: elements.length - items.length }
}

/** An array of which every element is read on its own. */
export function listAnswer<T>(item: z.ZodType<T>) {
  return z.array(z.unknown()).transform((elements) => readList(elements, item))
}
