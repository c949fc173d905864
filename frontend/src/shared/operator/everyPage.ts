interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** All items of a list, page by page, as far as so many pages go. */
export async function everyPage<Item>(
  mostPages: number,
  read: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const found: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await read(cursor);
    found.push(...answer.items);
    if (answer.next_cursor === null) break;
    cursor = answer.next_cursor;
  }
  return found;
}
