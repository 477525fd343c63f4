/** Whether an article's key is a number that stands on the paper, and not a word of ours; only the first is shown. */
export function isArticleNumber(sku: string): boolean {
  return /^\d/.test(sku);
}
