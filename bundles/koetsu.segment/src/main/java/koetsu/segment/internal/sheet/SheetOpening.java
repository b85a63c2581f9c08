package koetsu.segment.internal.sheet;

/**
 * A place where a sheet may begin, with what speaks for it. Lines are indices into the printed
 * lines.
 *
 * @param begin first line of the sheet
 * @param title its title
 * @param body first line after its head
 * @param evidence sum of the weights of the signs
 * @param lacking the signs that were missed, as an English clause
 */
record SheetOpening(int begin, Title title, int body, double evidence, String lacking) {}
