package koetsu.segment.internal;

/**
 * What a printed line says where it opens a section or only contains others.
 *
 * @param type id of the section type it opens, or null for a heading that can only be a container
 * @param container whether it is known to stand over other headings; with a type as well, what
 *     follows it decides
 * @param name the heading as the lexicon knows it, or the printed words where only a key word fits
 * @param known whether the lexicon holds the whole heading; otherwise only a key word of it fits,
 *     and the line needs the form of a heading besides
 * @param marks what the print does to set it off
 * @param end UTF-16 index in the line, after the heading and its brackets and colon: where a body
 *     on the same line begins, or the line's length
 */
public record Heading(
    String type, boolean container, String name, boolean known, HeadingMarks marks, int end) {}
