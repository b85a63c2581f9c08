/**
 * Documents of sheets: lines are named by what they are made of, sheets are found by evidence that
 * adds up, and each is read from its head down.
 */
package koetsu.segment.internal.sheet;
