package koetsu.segment.internal.catalogue;

/**
 * A heading that opens a section.
 *
 * @param type id of the section type
 * @param style the sign that sets it off: a bullet, an opening bracket, {@code 1} for any item
 *     number, {@code :} for a label before a colon, or 0
 * @param sure whether the lexicon holds it; otherwise its form and a word in it speak for it
 * @param drawn whether a picture is usual below it, of which captions are left
 * @param bodyFrom UTF-16 index in the line where a body on the same line begins; the line's length
 *     where none does
 * @param bodyTo where that body ends
 */
record Opening(String type, char style, boolean sure, boolean drawn, int bodyFrom, int bodyTo) {}
