/** The classes of a column of numbers, whose digits stand under each other; in cards they stand with all other values. */
export const NUMBERS = "text-end! tabular-nums stacked:text-start!";
